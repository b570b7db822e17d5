import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { selectIsAdministrator } from './accounts.store.ts';
import type { SignedIn, User } from './signed-in.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** set under `/api/v1/installation/` */
    administrator: User;
  }
}

type Dependencies = { database: Database; signedIn: SignedIn };

/** Guards every route of this scope: what belongs to all clinics is for those who look after the installation. */
export const requireAdministrator = (scope: FastifyInstance, { database, signedIn }: Dependencies): void => {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, ofAccount: true };
  });
  scope.decorateRequest('administrator', null as never);
  scope.addHook('onRequest', async (request) => {
    const user = await signedIn(request);
    if (!user) throw new Problem('signed-out');
    if (!(await selectIsAdministrator(database, user.id))) throw new Problem('forbidden');
    request.administrator = user;
  });
};
