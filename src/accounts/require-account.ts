import type { FastifyInstance } from 'fastify';
import { Problem } from '../platform/errors.ts';
import type { Account, SignedIn } from './signed-in.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** set on routes of the account that asks */
    account: Account;
  }
}

/** Guards every route of this scope: they are about the account that asks, in whichever clinic it works. */
export const requireAccount = (scope: FastifyInstance, signedIn: SignedIn): void => {
  scope.decorateRequest('account', null as never);
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, ofAccount: true };
  });
  scope.addHook('onRequest', async (request) => {
    const user = await signedIn(request);
    if (!user) throw new Problem('signed-out');
    request.account = user;
  });
};
