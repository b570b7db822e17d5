import type { FastifyRequest } from 'fastify';
import type { Log } from '../platform/log.ts';
import { askEngine } from './ask-engine.ts';
import type { Auth } from './sign-in.ts';
import { webHeaders } from './web-request.ts';

export type User = { id: string; name: string; email: string };

/** The user of this request's session cookie or bearer token; null when there is none or it has ended. */
export type SignedIn = (request: FastifyRequest) => Promise<User | null>;

export const createSignedIn =
  (auth: Auth, log: Log): SignedIn =>
  async (request) => {
    if (request.headers.cookie === undefined && request.headers.authorization === undefined) return null;
    const headers = webHeaders(request);
    // Only /me prolongs a session, because only there the answer carries the new cookie.
    const query = { disableRefresh: true };
    const session = await askEngine(log, () => auth.api.getSession({ headers, query }));
    return session === null
      ? null
      : { id: session.user.id, name: session.user.name, email: session.user.email };
  };
