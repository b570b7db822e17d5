import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Procedure } from './rules/care-records.ts';

const columns = sql`o.id, o.patient_id AS "patientId", o.plan_id AS "planId", o.practitioner_id AS "practitionerId", o.code,
  o.name, o.done_at AS "doneAt", o.source, o.reference, o.revision`;

/** Planned ones first, then the latest. */
export const selectProcedures = async (
  trx: ClinicTransaction,
  patientId: string,
  most: number,
): Promise<(Procedure & { practitioner: string | null })[]> => {
  const { rows } = await sql<Procedure & { practitioner: string | null }>`
    SELECT ${columns}, p.name AS practitioner FROM procedures o
    LEFT JOIN practitioners p ON p.clinic_id = o.clinic_id AND p.id = o.practitioner_id
    WHERE o.clinic_id = ${trx.clinicId} AND o.patient_id = ${patientId}
    ORDER BY o.done_at DESC NULLS FIRST, o.id DESC LIMIT ${most}`.execute(trx);
  return rows;
};

/** What names a procedure: our id, or another system's, or what is planned under that name. */
export type WhichProcedure =
  | { id: string }
  | { source: string; reference: string }
  | { patientId: string; name: string };

const named = (which: WhichProcedure): RawBuilder<unknown> => {
  if ('id' in which) return sql`o.id = ${which.id}`;
  if ('source' in which) return sql`o.source = ${which.source} AND o.reference = ${which.reference}`;
  return sql`o.patient_id = ${which.patientId} AND lower(o.name) = lower(${which.name}) AND o.done_at IS NULL`;
};

/** Locked until the transaction ends; of several the oldest. */
export const lockProcedure = async (
  trx: ClinicTransaction,
  which: WhichProcedure,
): Promise<Procedure | null> => {
  const { rows } = await sql<Procedure>`SELECT ${columns} FROM procedures o
    WHERE o.clinic_id = ${trx.clinicId} AND ${named(which)} ORDER BY o.id LIMIT 1 FOR UPDATE`.execute(trx);
  return rows[0] ?? null;
};

const valuesOf = ({ planId, practitionerId, doneAt, code, name }: Procedure) => ({
  plan_id: planId,
  practitioner_id: practitionerId,
  done_at: doneAt,
  code,
  name,
});

export const insertProcedure = async (
  trx: ClinicTransaction,
  procedure: Procedure,
  now: Temporal.Instant,
): Promise<void> => {
  const { id, patientId, source, reference } = procedure;
  await trx
    .insertInto('procedures')
    .values({
      ...valuesOf(procedure),
      clinic_id: trx.clinicId,
      id,
      patient_id: patientId,
      source,
      reference,
      created_at: now,
    })
    .execute();
};

export const updateProcedure = async (trx: ClinicTransaction, procedure: Procedure): Promise<void> => {
  await trx
    .updateTable('procedures')
    .set({ ...valuesOf(procedure), revision: sql`revision + 1` })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', procedure.id)
    .execute();
};

export const deleteProcedure = async (trx: ClinicTransaction, id: string): Promise<void> => {
  await trx.deleteFrom('procedures').where('clinic_id', '=', trx.clinicId).where('id', '=', id).execute();
};
