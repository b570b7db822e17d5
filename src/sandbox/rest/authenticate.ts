import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../account.ts';
import { RestError } from './rest-error.ts';

/** Refuses (20003) whoever does not show the account's SID and token by HTTP basic authentication. */
export function authenticate(account: Account, authorization: string | undefined): void {
  const [scheme = '', encoded = ''] = (authorization ?? '').split(' ', 2);
  const shown = Buffer.from(encoded, 'base64');
  const expected = Buffer.from(`${account.accountSid}:${account.authToken}`);
  const right =
    scheme.toLowerCase() === 'basic' && shown.length === expected.length && timingSafeEqual(shown, expected);
  if (!right) throw new RestError(401, 20003, 'Authenticate');
}
