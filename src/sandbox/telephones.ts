import type { FastifyInstance } from 'fastify';
import { ownPagesOnly } from './endpoints/own-pages-only.ts';
import { telephonesApi, type TelephonesApiOptions } from './endpoints/telephones-api.ts';
import { mailboxRoutes } from './mail/mailbox.routes.ts';
import { servedNumberRoutes } from './served-number.routes.ts';
import { telephonesPageRoutes } from './telephones-page.routes.ts';

const OFF =
  'The telephones are for trying and testing: on an address other than loopback they stay off unless a setting exposes them.';

/** Strangers who could reach them could listen to and talk with everybody: on loopback only, unless exposed. */
export const telephonesAllowed = (host: string, exposed: boolean): boolean =>
  exposed || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** The page of telephones and the HTTP API behind it, under /telephones. */
export async function telephones(
  app: FastifyInstance,
  options: TelephonesApiOptions & { readonly pageDir: string | null },
): Promise<void> {
  await app.register(async (scope) => {
    ownPagesOnly(scope, options);
    await telephonesPageRoutes(scope, options.pageDir);
  });
  await app.register(
    async (scope) => {
      telephonesApi(scope, options);
      mailboxRoutes(scope, options.store.mails);
      servedNumberRoutes(scope, options.store.numbers);
    },
    { prefix: '/telephones/api' },
  );
}

/** In place of the telephones: a sentence that says why they are not there. */
export function telephonesOff(app: FastifyInstance): void {
  for (const url of ['/telephones', '/telephones/*']) {
    app.all(url, (_request, reply) => reply.code(403).send({ error: { code: 'forbidden', message: OFF } }));
  }
}
