import type { FastifyRequest } from 'fastify';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import { askEngine } from './ask-engine.ts';
import { touchSession } from './sessions.store.ts';
import type { Auth } from './sign-in.ts';
import { webHeaders } from './web-request.ts';

export type User = { id: string; name: string; email: string; twoFactor?: boolean };
export type Account = Required<User> & { sessionId: string };

/** The user of this request's session cookie or bearer token; null when there is none or it has ended. */
export type SignedIn = (request: FastifyRequest) => Promise<Account | null>;

/** "Last used" is told to this exactness, so that reading does not mean writing. */
const touchEvery = Temporal.Duration.from({ minutes: 5 });

type Dependencies = { auth: Auth; database: Database; clock: Clock; log: Log };

export const createSignedIn =
  ({ auth, database, clock, log }: Dependencies): SignedIn =>
  async (request) => {
    if (request.headers.cookie === undefined && request.headers.authorization === undefined) return null;
    const headers = webHeaders(request);
    // Only /me prolongs a session, because only there the answer carries the new cookie.
    const query = { disableRefresh: true };
    const found = await askEngine(log, () => auth.api.getSession({ headers, query }));
    if (found === null) return null;
    const { session, user } = found;
    const lastUsed = session.lastUsedAt?.toTemporalInstant();
    const now = clock.now();
    if (lastUsed === undefined || Temporal.Instant.compare(lastUsed.add(touchEvery), now) < 0) {
      await touchSession(database, session.id, now);
    }
    const { id, name, email, twoFactorEnabled } = user;
    return { id, name, email, twoFactor: twoFactorEnabled === true, sessionId: session.id };
  };
