import { createHmac } from 'node:crypto';
import type { Parameters } from './webhook-client.ts';

/**
 * The value of `X-Twilio-Signature`: HMAC-SHA1 over the whole URL (without its fragment) and every form
 * parameter's name and value in the order of the names, in base64. A GET has no form: its query is in the URL.
 */
export function webhookSignature(authToken: string, url: string, form: Parameters): string {
  const [signed = ''] = url.split('#', 1);
  const pairs = Object.keys(form)
    .sort()
    .map((name) => name + (form[name] ?? ''));
  return createHmac('sha1', authToken)
    .update(signed + pairs.join(''), 'utf8')
    .digest('base64');
}
