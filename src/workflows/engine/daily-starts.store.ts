import { sql } from 'kysely';
import type { ClinicTransaction, Database } from '../../platform/database/database.ts';
import { plannedForValues } from '../../platform/database/prepared-statements.ts';
import { matching, type Audience } from '../audiences/audience.store.ts';
import type { LiveWorkflow } from './starts.store.ts';

export const planDailyStart = async (
  trx: ClinicTransaction,
  workflowId: string,
  nextAt: Temporal.Instant | null,
): Promise<void> => {
  if (nextAt === null)
    await sql`DELETE FROM daily_starts WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId}`.execute(
      trx,
    );
  else
    await sql`INSERT INTO daily_starts (clinic_id, workflow_id, next_at) VALUES (${trx.clinicId}, ${workflowId}, ${nextAt})
      ON CONFLICT (clinic_id, workflow_id) DO UPDATE SET next_at = excluded.next_at`.execute(trx);
};

/** Takes one whose time has come and that nobody is at; `passed`: those that failed a moment ago. */
export const claimDailyStart = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
  passed: readonly string[],
): Promise<LiveWorkflow | null> => {
  const { rows } = await sql<LiveWorkflow>`
    SELECT w.id AS "workflowId", w.version
    FROM daily_starts d JOIN workflows w ON w.clinic_id = d.clinic_id AND w.id = d.workflow_id
    WHERE d.clinic_id = ${trx.clinicId} AND d.next_at <= ${now} AND NOT d.workflow_id = ANY(${passed}::uuid[])
    ORDER BY d.next_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED`.execute(trx);
  return rows[0] ?? null;
};

export const selectClinicsWithDailyStarts = async (
  database: Database,
  now: Temporal.Instant,
): Promise<string[]> => {
  const { rows } = await sql<{ clinic_id: string }>`
    SELECT DISTINCT clinic_id FROM daily_starts WHERE next_at <= ${now}`.execute(database);
  return rows.map(({ clinic_id }) => clinic_id);
};

export const selectNextDailyStart = async (
  database: Database,
  after: Temporal.Instant,
): Promise<Temporal.Instant | null> => {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    SELECT min(next_at) AS at FROM daily_starts WHERE next_at > ${after}`.execute(database);
  return rows[0]?.at ?? null;
};

/**
 * Patients for whom the filter holds and who may come in, in order of their ids, with how often they came in before.
 * @param free who came in later than this stays out; null: who ever came in does
 */
export const selectEntering = async (
  trx: ClinicTransaction,
  workflowId: string,
  audience: Audience,
  free: Temporal.Instant | null,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ patientId: string; entries: number }[]> => {
  const { rows } = await sql<{ patientId: string; entries: number }>`${plannedForValues}
    SELECT p.id AS "patientId", e.entries FROM patients p
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS entries, max(i.started_at) AS last FROM workflow_instances i
      WHERE i.clinic_id = p.clinic_id AND i.workflow_id = ${workflowId} AND i.patient_id = p.id) e
    WHERE ${matching(trx, audience)} AND (e.last IS NULL OR e.last <= ${free}::timestamptz)
      ${after === null ? sql`` : sql`AND p.id > ${after}`}
    ORDER BY p.id LIMIT ${limit}`.execute(trx);
  return rows;
};
