import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';

export type AuditEntry = {
  userId: string | null;
  /** what was done, subject first: `voicemail.listened`, `call.transferred` */
  action: string;
  subject: { kind: string; id: string | null };
  detail?: Record<string, string | number | boolean | null>;
  at: Temporal.Instant;
};

/** Writes who saw or changed what, in the transaction of the deed itself. */
export const recordAudit = async (trx: ClinicTransaction, entry: AuditEntry): Promise<void> => {
  await trx
    .insertInto('audit_log')
    .values({
      clinic_id: trx.clinicId,
      id: randomUUIDv7(),
      at: entry.at,
      user_id: entry.userId,
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      detail: entry.detail ?? {},
    })
    .execute();
};
