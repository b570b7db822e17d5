import type { FastifyInstance } from 'fastify';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { findStaffIdOfUser } from '../staff/find-staff-of-user.ts';
import { selectRole } from './accounts.store.ts';
import { atLeast, roleSchema, type Role } from './rules/role.ts';
import type { SignedIn } from './signed-in.ts';

/** Who asks, in the clinic of the address. `staffId` null: this account answers no calls there. */
export type Member = {
  userId: string;
  userName: string;
  clinicId: string;
  role: Role;
  staffId: string | null;
};

declare module 'fastify' {
  interface FastifyRequest {
    /** set under `/api/v1/clinics/:clinicId/` */
    member: Member;
  }
  interface FastifyContextConfig {
    /** The lowest role that may use the route. Default: `readonly` to read, `receptionist` to change. */
    needs?: Role;
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The lowest role that may use a route, by what it declares and by its method. */
export const neededFor = (declared: Role | undefined, method: string): Role =>
  declared ?? (method === 'GET' || method === 'HEAD' ? 'readonly' : 'receptionist');

type Dependencies = { database: Database; signedIn: SignedIn };

/**
 * Guards every route of this scope, whose prefix ends with `:clinicId`. Somebody else's clinic is not there (404),
 * so that nobody learns which clinics exist.
 */
export const requireMember = (clinic: FastifyInstance, { database, signedIn }: Dependencies): void => {
  clinic.decorateRequest('member', null as never);
  clinic.addHook('onRequest', async (request) => {
    const user = await signedIn(request);
    if (!user) throw new Problem('signed-out');
    const { clinicId } = request.params as { clinicId: string };
    if (!uuid.test(clinicId)) throw new Problem('not-found');
    const found = await selectRole(database, user.id, clinicId);
    if (found === null) throw new Problem('not-found');
    const role = roleSchema.parse(found);
    if (!atLeast(role, neededFor(request.routeOptions.config.needs, request.method)))
      throw new Problem('forbidden');
    const staffId = await inClinic(database, clinicId, (trx) => findStaffIdOfUser(trx, user.id));
    request.member = { userId: user.id, userName: user.name, clinicId, role, staffId };
  });
};
