import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { announce } from '../platform/live-updates.ts';
import { accessMailJob } from './access-mail-job.ts';
import { selectMemberByEmail } from './accounts.store.ts';
import { deleteInvitation, lockInvitation, upsertInvitation } from './invitations.store.ts';
import { atLeast, roleSchema, type Role } from './rules/role.ts';

const linkDays = 7;

export type Invitation = {
  email: string;
  name: string;
  role: Role;
  answersCalls: boolean;
  staffPhoneNumber: string | null;
};
type By = { userId: string; at: Temporal.Instant };

/** Invites somebody by mail; inviting the same address again changes the invitation and sends it anew. */
export const invite = async (
  trx: ClinicTransaction,
  invitation: Invitation,
  by: By,
  send: JobSender,
): Promise<{ id: string } | 'is-member'> => {
  if ((await selectMemberByEmail(trx, invitation.email)) !== null) return 'is-member';
  const expiresAt = by.at.add({ hours: linkDays * 24 });
  const row = { ...invitation, invitedBy: by.userId, sentAt: by.at, expiresAt };
  const id = await upsertInvitation(trx, row);
  await send(
    trx,
    accessMailJob,
    { mail: 'invitation', clinicId: trx.clinicId, invitationId: id },
    { key: id },
  );
  await recordAudit(trx, {
    userId: by.userId,
    action: 'invitation.sent',
    subject: { kind: 'invitation', id },
    detail: { role: invitation.role },
    at: by.at,
  });
  await announce(trx, 'members');
  return { id };
};

/** Sends the mail again, from whoever asks for it; the link holds for seven days from now. */
export const resendInvitation = async (
  trx: ClinicTransaction,
  id: string,
  by: By & { role: Role },
  send: JobSender,
): Promise<'done' | 'not-found' | 'forbidden'> => {
  const found = await lockInvitation(trx, id);
  if (found === null) return 'not-found';
  const role = roleSchema.parse(found.role);
  if (!atLeast(by.role, role)) return 'forbidden';
  await invite(trx, { ...found, role }, by, send);
  return 'done';
};

export const withdrawInvitation = async (trx: ClinicTransaction, id: string, by: By): Promise<boolean> => {
  if (!(await deleteInvitation(trx, id))) return false;
  await recordAudit(trx, {
    userId: by.userId,
    action: 'invitation.withdrawn',
    subject: { kind: 'invitation', id },
    at: by.at,
  });
  await announce(trx, 'members');
  return true;
};
