import { sql } from 'kysely';
import type pg from 'pg';
import type { ClinicTransaction, Database } from '../../platform/database/database.ts';

export const markUnfinished = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<void> => {
  await sql`INSERT INTO unfinished_pasts (clinic_id, begun_at) VALUES (${trx.clinicId}, ${now})`.execute(trx);
};

export const isUnfinished = async (trx: ClinicTransaction): Promise<boolean> =>
  (await sql`SELECT FROM unfinished_pasts WHERE clinic_id = ${trx.clinicId}`.execute(trx)).rows.length > 0;

export const markFinished = async (trx: ClinicTransaction): Promise<void> => {
  await sql`DELETE FROM unfinished_pasts WHERE clinic_id = ${trx.clinicId}`.execute(trx);
};

/** Whether somebody has signed in, or a clinic is here that is none of these. */
export const isInUse = async (database: Database, slugs: readonly string[]): Promise<boolean> => {
  const { rows } = await sql<{ used: boolean }>`
    SELECT EXISTS (SELECT FROM sessions) OR EXISTS (SELECT FROM clinics WHERE NOT slug = ANY(${slugs}::text[])) AS used`.execute(
    database,
  );
  return rows[0]!.used;
};

/**
 * Takes these clinics, which are all there are, away with everything in them, and these accounts. What belongs to the
 * installation stays. The audit log refuses to be emptied; it goes with its clinics.
 */
export const emptyClinics = async (
  client: pg.Client,
  { slugs, emails }: { slugs: readonly string[]; emails: readonly string[] },
): Promise<void> => {
  const { rows } = await client.query<{ tables: string }>(`
    SELECT string_agg(format('%I.%I', n.nspname, c.relname), ', ') AS tables
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'clinic_id' AND NOT a.attisdropped
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND c.relname <> 'audit_log'`);
  await client.query('BEGIN');
  await client.query(`TRUNCATE ${rows[0]!.tables} CASCADE`);
  await client.query('DELETE FROM users WHERE email = ANY($1::text[])', [emails]);
  await client.query('DELETE FROM clinics WHERE slug = ANY($1::text[])', [slugs]);
  await client.query('COMMIT');
};
