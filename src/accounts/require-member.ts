import type { FastifyInstance, FastifyRequest } from 'fastify';
import { withActingKey } from '../audit/acting-key.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { findStaffIdOfUser } from '../staff/find-staff-of-user.ts';
import { selectMembership, updateLastSeen, type Membership } from './accounts.store.ts';
import { keyIn, memberOfKey } from './member-of-key.ts';
import { scopeOf } from './rules/api-scopes.ts';
import { atLeast, roleSchema, type Role } from './rules/role.ts';
import type { User } from './signed-in.ts';

/** Who asks, in the clinic of the address. `staffId` null: this account answers no calls there. */
export type Member = {
  userId: string;
  userName: string;
  clinicId: string;
  role: Role;
  staffId: string | null;
  /** null: a person; else the key with which a program asks, never for more than its maker may */
  apiKey?: { id: string; scopes: readonly string[] } | null;
};

declare module 'fastify' {
  interface FastifyRequest {
    /** set under `/api/v1/clinics/:clinicId/` */
    member: Member;
  }
  interface FastifyContextConfig {
    /** The lowest role that may use the route. Default: `readonly` to read, `receptionist` to change. */
    needs?: Role;
    /** Programs with an API key may not use the route: it is about people, or it would let a key make keys. */
    peopleOnly?: boolean;
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** "Last seen" is told to this exactness, so that reading does not mean writing. */
const touchEvery = Temporal.Duration.from({ minutes: 5 });

/** The lowest role that may use a route, by what it declares and by its method. */
export const neededFor = (declared: Role | undefined, method: string): Role =>
  declared ?? (method === 'GET' || method === 'HEAD' ? 'readonly' : 'receptionist');

type Dependencies = {
  database: Database;
  signedIn: (request: FastifyRequest) => Promise<User | null>;
  clock?: Clock;
  /** counts what a key asks; true: too much */
  tooMany?: (request: FastifyRequest, keyId: string) => Promise<boolean>;
};

const noteSeen = async (
  { database, clock }: Dependencies,
  { lastSeenAt }: Membership,
  { userId, clinicId }: Member,
): Promise<void> => {
  if (clock === undefined) return;
  const now = clock.now();
  if (lastSeenAt !== null && Temporal.Instant.compare(lastSeenAt.add(touchEvery), now) >= 0) return;
  await updateLastSeen(database, userId, clinicId, now);
};

const personWhoAsks = async (deps: Dependencies, request: FastifyRequest): Promise<Member> => {
  const { database, signedIn } = deps;
  const user = await signedIn(request);
  if (!user) throw new Problem('signed-out');
  const { clinicId } = request.params as { clinicId: string };
  if (!uuid.test(clinicId)) throw new Problem('not-found');
  const found = await selectMembership(database, user.id, clinicId);
  if (found === null) throw new Problem('not-found');
  if (found.twoFactorRequired && user.twoFactor !== true) throw new Problem('two-factor-needed');
  const role = roleSchema.parse(found.role);
  const staffId = await inClinic(database, clinicId, (trx) => findStaffIdOfUser(trx, user.id));
  const member = { userId: user.id, userName: user.name, clinicId, role, staffId, apiKey: null };
  await noteSeen(deps, found, member);
  return member;
};

const programWhoAsks = async (deps: Dependencies, request: FastifyRequest, key: string): Promise<Member> => {
  const { clinicId } = request.params as { clinicId: string };
  const member = uuid.test(clinicId) ? await memberOfKey(deps, clinicId, key) : null;
  // Whether the key or the clinic is wrong is not told.
  if (!member?.apiKey) throw new Problem('signed-out');
  if (await deps.tooMany?.(request, member.apiKey.id)) throw new Problem('too-many-requests');
  const { config, url } = request.routeOptions;
  if (config.peopleOnly === true) throw new Problem('forbidden');
  const scope = scopeOf(url ?? '', request.method);
  if (scope === null || !member.apiKey.scopes.includes(scope)) throw new Problem('missing-scope');
  return member;
};

/**
 * Guards every route of this scope, whose prefix ends with `:clinicId`. Somebody else's clinic is not there (404),
 * so that nobody learns which clinics exist.
 */
export const requireMember = (clinic: FastifyInstance, deps: Dependencies): void => {
  clinic.decorateRequest('member', null as never);
  clinic.addHook('onRequest', async (request) => {
    const key = keyIn(request.headers.authorization);
    const member =
      key === null ? await personWhoAsks(deps, request) : await programWhoAsks(deps, request, key);
    const needed = neededFor(request.routeOptions.config.needs, request.method);
    if (!atLeast(member.role, needed)) throw new Problem('forbidden');
    request.member = member;
  });
  // After the body was read: its events would not carry what is kept beside the request.
  clinic.addHook('preHandler', (request, _reply, done) => {
    const key = request.member.apiKey;
    if (key) withActingKey(key.id, done);
    else done();
  });
};
