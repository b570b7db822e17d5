import { sql } from 'kysely';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';

export const selectClinicIds = async (database: Database): Promise<string[]> => {
  const rows = await database.selectFrom('clinics').select('id').execute();
  return rows.map(({ id }) => id);
};

/** Uploads that broke off, and files that were never started. */
export const deleteLeftovers = async (
  trx: ClinicTransaction,
  { uploadsBefore, filesBefore }: { uploadsBefore: Temporal.Instant; filesBefore: Temporal.Instant },
): Promise<void> => {
  await sql`
    DELETE FROM imports WHERE clinic_id = ${trx.clinicId} AND (
      (status = 'uploading' AND created_at < ${uploadsBefore})
      OR (status IN ('reading', 'unreadable', 'ready') AND created_at < ${filesBefore}))`.execute(trx);
};

/** The rows themselves go; that they were refused, and why, stays. */
export const forgetContents = async (trx: ClinicTransaction, before: Temporal.Instant): Promise<void> => {
  await sql`
    UPDATE import_findings f SET content = NULL FROM imports i
    WHERE f.clinic_id = ${trx.clinicId} AND f.content IS NOT NULL
      AND i.clinic_id = f.clinic_id AND i.id = f.import_id AND i.finished_at < ${before}`.execute(trx);
};
