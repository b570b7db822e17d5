import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { AuditEntry } from './record-audit.ts';

export const insertEntry = async (trx: ClinicTransaction, entry: AuditEntry): Promise<void> => {
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
