import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { currentKey } from './acting-key.ts';
import type { AuditEntry } from './record-audit.ts';

export const insertEntry = async (trx: ClinicTransaction, entry: AuditEntry): Promise<void> => {
  await trx
    .insertInto('audit_log')
    .values({
      clinic_id: trx.clinicId,
      id: randomUUIDv7(),
      at: entry.at,
      user_id: entry.userId,
      api_key_id: currentKey(),
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      detail: entry.detail ?? {},
    })
    .execute();
};

export type RecentQuestion = {
  action: string;
  subjectId: string;
  userId: string;
  since: Temporal.Instant;
};

export const selectRecent = async (
  trx: ClinicTransaction,
  { action, subjectId, userId, since }: RecentQuestion,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('audit_log')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('subject_id', '=', subjectId)
    .where('at', '>', since)
    .where('user_id', '=', userId)
    .where('action', '=', action)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

export type Deed = {
  id: string;
  at: Temporal.Instant;
  action: string;
  /** name of the account; null: nobody in person, or an account that is gone */
  by: string | null;
};

export const selectDeeds = (trx: ClinicTransaction, subjectIds: string[]): Promise<Deed[]> =>
  trx
    .selectFrom('audit_log as a')
    .leftJoin('users as u', 'u.id', 'a.user_id')
    .select(['a.id', 'a.at', 'a.action', 'u.name as by'])
    .where('a.clinic_id', '=', trx.clinicId)
    .where('a.subject_id', 'in', subjectIds)
    .orderBy('a.at')
    .orderBy('a.id')
    .limit(500)
    .execute();
