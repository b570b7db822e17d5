import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';

export type InvitationRow = {
  id: string;
  email: string;
  name: string;
  role: string;
  answersCalls: boolean;
  staffPhoneNumber: string | null;
  sentAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  invitedBy: string;
  /** what the inviter may do now; null: is no member any more */
  inviterRole: string | null;
};

const rows = (trx: ClinicTransaction) =>
  trx
    .selectFrom('clinic_invitations as invitation')
    .innerJoin('users as inviter', 'inviter.id', 'invitation.invited_by')
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.name',
      'invitation.role',
      'invitation.answers_calls as answersCalls',
      'invitation.staff_phone_number as staffPhoneNumber',
      'invitation.sent_at as sentAt',
      'invitation.expires_at as expiresAt',
      'inviter.name as invitedBy',
      (eb) =>
        eb
          .selectFrom('clinic_members as member')
          .select('member.role')
          .whereRef('member.clinic_id', '=', 'invitation.clinic_id')
          .whereRef('member.user_id', '=', 'invitation.invited_by')
          .as('inviterRole'),
    ])
    .where('invitation.clinic_id', '=', trx.clinicId);

/** Those made last first. `after`: the last one of the page before. */
export const selectInvitations = (
  trx: ClinicTransaction,
  { limit, after }: { limit: number; after: string | null },
): Promise<InvitationRow[]> =>
  rows(trx)
    .$if(after !== null, (query) => query.where('invitation.id', '<', after))
    .orderBy('invitation.id', 'desc')
    .limit(limit)
    .execute();

/** Locked until the transaction ends: it is accepted once. */
export const lockInvitation = async (trx: ClinicTransaction, id: string): Promise<InvitationRow | null> =>
  (await rows(trx).where('invitation.id', '=', id).forUpdate('invitation').executeTakeFirst()) ?? null;

/** A second invitation of the same address takes the place of the first. */
export const upsertInvitation = async (
  trx: ClinicTransaction,
  given: Omit<InvitationRow, 'id' | 'invitedBy' | 'inviterRole'> & { invitedBy: string },
): Promise<string> => {
  const values = {
    name: given.name,
    role: given.role,
    answers_calls: given.answersCalls,
    staff_phone_number: given.staffPhoneNumber,
    invited_by: given.invitedBy,
    sent_at: given.sentAt,
    expires_at: given.expiresAt,
  };
  const { id } = await trx
    .insertInto('clinic_invitations')
    .values({ clinic_id: trx.clinicId, id: randomUUIDv7(), email: given.email, ...values })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'email']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const deleteInvitation = async (trx: ClinicTransaction, id: string): Promise<boolean> => {
  const gone = await trx
    .deleteFrom('clinic_invitations')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
};

export const selectInvitationForMail = async (trx: ClinicTransaction, id: string) => {
  const row = await trx
    .selectFrom('clinic_invitations as invitation')
    .innerJoin('users as inviter', 'inviter.id', 'invitation.invited_by')
    .innerJoin('clinics', 'clinics.id', 'invitation.clinic_id')
    .select([
      'invitation.email',
      'invitation.name',
      'invitation.sent_at as sentAt',
      'clinics.name as clinic',
      'inviter.name as inviter',
      'clinics.language',
    ])
    .where('invitation.clinic_id', '=', trx.clinicId)
    .where('invitation.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
};
