import { recordAudit } from '../audit/record-audit.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { addStaffMember } from '../staff/add-staff-member.ts';
import { findStaffIdOfUser } from '../staff/find-staff-of-user.ts';
import { selectPersonByEmail } from './account-links.store.ts';
import { addMember } from './add-member.ts';
import { createAccount } from './create-account.ts';
import {
  deleteInvitation,
  lockInvitation,
  selectInvitationForMail,
  type InvitationRow,
} from './invitations.store.ts';
import { openLink } from './link-seal.ts';
import { passwordHolds } from './set-password.ts';
import { atLeast, roleSchema } from './rules/role.ts';

type Dependencies = { database: Database; clock: Clock; secret: string };

export type OpenInvitation = {
  clinic: string;
  name: string;
  email: string;
  role: string;
  hasAccount: boolean;
};
export type Acceptance = { name: string | undefined; password: string };
export type AcceptOutcome = { ok: true; email: string } | { ok: false; why: 'link-over' | 'wrong-password' };

/** The clinic and the invitation that a link names; the seal vouches for both. */
const read = (secret: string, token: string): { clinicId: string; id: string } | null => {
  const [clinicId, id] = openLink(secret, 'invitation', token) ?? [];
  return clinicId === undefined || id === undefined ? null : { clinicId, id };
};

/** Not too old, and whoever invited may still give this role. */
const stillHolds = (invitation: InvitationRow | null, now: Temporal.Instant): invitation is InvitationRow =>
  invitation !== null &&
  Temporal.Instant.compare(invitation.expiresAt, now) > 0 &&
  invitation.inviterRole !== null &&
  atLeast(roleSchema.parse(invitation.inviterRole), roleSchema.parse(invitation.role));

/** What a link invites to; null when it was used, withdrawn or is too old. */
export const showInvitation = async (
  { database, clock, secret }: Dependencies,
  token: string,
): Promise<OpenInvitation | null> => {
  const link = read(secret, token);
  if (link === null) return null;
  return inClinic(database, link.clinicId, async (trx) => {
    const found = await lockInvitation(trx, link.id);
    const shown = await selectInvitationForMail(trx, link.id);
    if (!stillHolds(found, clock.now()) || shown === null) return null;
    const hasAccount = (await selectPersonByEmail(trx, found.email)) !== null;
    return { clinic: shown.clinic, name: found.name, email: found.email, role: found.role, hasAccount };
  });
};

/** The account of the invited address: theirs if the password is right, else a new one. */
const accountFor = async (
  trx: ClinicTransaction,
  invitation: InvitationRow,
  { name, password }: Acceptance,
): Promise<string | null> => {
  const known = await selectPersonByEmail(trx, invitation.email);
  if (known === null)
    return createAccount(trx, { name: name?.trim() || invitation.name, email: invitation.email, password });
  return (await passwordHolds(trx, known.id, password)) ? known.id : null;
};

/** Takes an invitation, once: whoever comes second finds the link over. */
export const acceptInvitation = async (
  { database, clock, secret }: Dependencies,
  token: string,
  acceptance: Acceptance,
): Promise<AcceptOutcome> => {
  const link = read(secret, token);
  if (link === null) return { ok: false, why: 'link-over' };
  return inClinic(database, link.clinicId, async (trx) => {
    const invitation = await lockInvitation(trx, link.id);
    const now = clock.now();
    if (!stillHolds(invitation, now)) return { ok: false, why: 'link-over' };
    const userId = await accountFor(trx, invitation, acceptance);
    if (userId === null) return { ok: false, why: 'wrong-password' };
    await deleteInvitation(trx, invitation.id);
    await addMember(trx, userId, roleSchema.parse(invitation.role));
    if (invitation.answersCalls && (await findStaffIdOfUser(trx, userId)) === null) {
      const phoneNumber = invitation.staffPhoneNumber;
      const { name, email } = invitation;
      await addStaffMember(trx, { name: acceptance.name?.trim() || name, email, userId, phoneNumber });
    }
    await recordAudit(trx, {
      userId,
      action: 'invitation.accepted',
      subject: { kind: 'user', id: userId },
      detail: { role: invitation.role },
      at: now,
    });
    await announce(trx, 'members', userId);
    return { ok: true, email: invitation.email };
  });
};
