import type { ClinicTransaction } from '../platform/database/database.ts';
import { insertEntry } from './audit.store.ts';

export type AuditEntry = {
  userId: string | null;
  /** what was done, subject first: `voicemail.listened`, `call.transferred` */
  action: string;
  subject: { kind: string; id: string | null };
  detail?: Record<string, string | number | boolean | null>;
  at: Temporal.Instant;
};

/** Writes who saw or changed what, in the transaction of the deed itself. */
export const recordAudit = (trx: ClinicTransaction, entry: AuditEntry): Promise<void> =>
  insertEntry(trx, entry);
