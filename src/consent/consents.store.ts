import { randomUUIDv7 } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { ConsentCursor } from './rules/consent-cursor.ts';
import type { ConsentView, NewConsent } from './rules/consent-views.ts';

type Row = Omit<ConsentView, 'obtainedAt' | 'recordedAt' | 'withdrawnAt' | 'patient'> & {
  patientId: string;
  patientName: string;
  obtainedAt: Temporal.Instant;
  recordedAt: Temporal.Instant;
  withdrawnAt: Temporal.Instant | null;
};

const select = (trx: ClinicTransaction, where: RawBuilder<unknown>) => sql<Row>`
  SELECT c.id, c.patient_id AS "patientId", p.given_name || ' ' || p.family_name AS "patientName", c.purpose, c.channel,
    c.method, c.written, c.obtained_at AS "obtainedAt", c.proof, c.recorded_at AS "recordedAt", r.name AS "recordedBy",
    c.withdrawn_at AS "withdrawnAt", w.name AS "withdrawnBy"
  FROM contact_consents c
  JOIN patients p ON p.clinic_id = c.clinic_id AND p.id = c.patient_id
  LEFT JOIN users r ON r.id = c.recorded_by LEFT JOIN users w ON w.id = c.withdrawn_by
  WHERE c.clinic_id = ${trx.clinicId} AND ${where}`;

const viewOf = ({
  patientId,
  patientName,
  obtainedAt,
  recordedAt,
  withdrawnAt,
  ...row
}: Row): ConsentView => ({
  ...row,
  patient: { id: patientId, name: patientName },
  obtainedAt: obtainedAt.toString(),
  recordedAt: recordedAt.toString(),
  withdrawnAt: withdrawnAt?.toString() ?? null,
});

export type ConsentFilter = {
  purpose: string | undefined;
  withdrawn: boolean | undefined;
  /** null: of everybody */
  patientIds: readonly string[] | null;
  after: ConsentCursor | null;
  limit: number;
};

/** Last entered first. */
export const selectConsentPage = async (
  trx: ClinicTransaction,
  { purpose, withdrawn, patientIds, after, limit }: ConsentFilter,
): Promise<ConsentView[]> => {
  const where = sql.join(
    [
      sql`true`,
      ...(purpose === undefined ? [] : [sql`c.purpose = ${purpose}`]),
      ...(withdrawn === undefined ? [] : [sql`(c.withdrawn_at IS NOT NULL) = ${withdrawn}::boolean`]),
      ...(patientIds === null ? [] : [sql`c.patient_id = ANY(${patientIds}::uuid[])`]),
      ...(after === null ? [] : [sql`(c.recorded_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`]),
    ],
    sql` AND `,
  );
  const order = sql`ORDER BY c.recorded_at DESC, c.id DESC LIMIT ${limit}`;
  return (await sql<Row>`${select(trx, where)} ${order}`.execute(trx)).rows.map(viewOf);
};

export const insertConsents = async (
  trx: ClinicTransaction,
  patientId: string,
  { purposes, channel, method, obtainedAt, proof }: NewConsent,
  by: { userId: string | null; at: Temporal.Instant },
): Promise<string[]> => {
  const rows = [...new Set(purposes)].map((purpose) => ({
    clinic_id: trx.clinicId,
    id: randomUUIDv7(),
    patient_id: patientId,
    purpose,
    channel,
    method,
    obtained_at: Temporal.Instant.from(obtainedAt),
    proof,
    recorded_at: by.at,
    recorded_by: by.userId,
  }));
  await trx.insertInto('contact_consents').values(rows).execute();
  return rows.map(({ id }) => id);
};

/** @returns whose it was; undefined when there is none that still holds */
export const markWithdrawn = async (
  trx: ClinicTransaction,
  consentId: string,
  { userId, at }: { userId: string | null; at: Temporal.Instant },
): Promise<{ patientId: string; purpose: string } | undefined> =>
  trx
    .updateTable('contact_consents')
    .set({ withdrawn_at: at, withdrawn_by: userId })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', consentId)
    .where('withdrawn_at', 'is', null)
    .returning(['patient_id as patientId', 'purpose'])
    .executeTakeFirst();

export const patientExists = async (trx: ClinicTransaction, patientId: string): Promise<boolean> =>
  (await trx
    .selectFrom('patients')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', patientId)
    .where('merged_into', 'is', null)
    .executeTakeFirst()) !== undefined;
