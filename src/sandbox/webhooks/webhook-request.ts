import type { HttpRequest } from './http-exchange.ts';
import { webhookSignature } from './signature.ts';
import type { Parameters } from './webhook-client.ts';

export type WebhookContent = {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly parameters: Parameters;
  readonly token: string;
  readonly cookie: string | null;
};

/** The signed HTTP request for a webhook: where it goes, its headers and its form. */
export function httpRequestFor(
  authToken: string,
  content: WebhookContent,
): Pick<HttpRequest, 'url' | 'method' | 'headers' | 'body'> {
  const url = new URL(content.url);
  url.hash = '';
  const post = content.method === 'POST';
  if (!post)
    for (const [name, value] of Object.entries(content.parameters)) url.searchParams.append(name, value);
  const form = post ? content.parameters : {};
  const body = post ? new URLSearchParams(form).toString() : null;
  const headers: Record<string, string> = {
    accept: '*/*',
    'user-agent': 'TwilioProxy/1.1',
    'i-twilio-idempotency-token': content.token,
    'x-twilio-signature': webhookSignature(authToken, url.href, form),
  };
  if (body !== null) {
    headers['content-type'] = 'application/x-www-form-urlencoded; charset=UTF-8';
    headers['content-length'] = String(Buffer.byteLength(body));
  }
  if (content.cookie !== null) headers['cookie'] = content.cookie;
  return { url, method: content.method, headers, body };
}
