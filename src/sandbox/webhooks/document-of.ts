import type { Reply } from './ask-server.ts';
import type { CallDocument } from './webhook-client.ts';

const HTTP_RETRIEVAL_FAILURE = 11200;
const INVALID_CONTENT_TYPE = 12300;
const TWIML_TYPES = new Set(['text/xml', 'application/xml', 'text/html']);

/** What a server's answer is, by its status and content type. */
export function documentOf({ url, status, headers, body }: Reply): CallDocument {
  const unusable = (code: number, message: string): CallDocument => ({ kind: 'error', url, code, message });
  if (status < 200 || status > 299) return unusable(HTTP_RETRIEVAL_FAILURE, `The server answered ${status}`);
  const [first = ''] = (headers['content-type'] ?? '').toLowerCase().split(';', 1);
  const type = first.trim();
  if (TWIML_TYPES.has(type)) return { kind: 'twiml', url, text: body };
  if (type === 'text/plain') return { kind: 'plain', url, text: body };
  if (type.startsWith('audio/')) return { kind: 'audio', url };
  return unusable(
    INVALID_CONTENT_TYPE,
    type ? `The content type ${type} cannot be used` : 'There is no content type',
  );
}
