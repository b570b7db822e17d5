import type { FastifyInstance } from 'fastify';
import type { Account } from '../account.ts';
import { rfc2822 } from '../rfc2822.ts';
import { API_VERSION, resourcePath } from './resource-path.ts';

/** The account itself, which a client fetches to see whether its credentials are right. */
export function accountRoutes(app: FastifyInstance, account: Account): void {
  const path = resourcePath(account.accountSid);
  app.get(`/Accounts/${account.accountSid}.json`, async () => ({
    sid: account.accountSid,
    auth_token: account.authToken,
    date_created: rfc2822(account.createdAt),
    date_updated: rfc2822(account.createdAt),
    friendly_name: 'Sandbox',
    owner_account_sid: account.accountSid,
    status: 'active',
    subresource_uris: {
      calls: `${path}/Calls.json`,
      incoming_phone_numbers: `${path}/IncomingPhoneNumbers.json`,
      messages: `${path}/Messages.json`,
      queues: `${path}/Queues.json`,
      recordings: `${path}/Recordings.json`,
    },
    type: 'Full',
    uri: `/${API_VERSION}/Accounts/${account.accountSid}.json`,
  }));
}
