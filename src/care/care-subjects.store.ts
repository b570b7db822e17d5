import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { CareAsked, CareSubject } from './rules/care-subject.ts';

/**
 * One query, however many are asked about. The plan that matters is the newest that goes on, the payment the unpaid one that is
 * due first, the procedure the last that was done. @returns by the place in `asked`
 */
export const selectCareSubjects = async (
  trx: ClinicTransaction,
  asked: readonly CareAsked[],
): Promise<Map<number, CareSubject>> => {
  const { rows } = await sql<CareSubject & { place: number }>`
    SELECT a.place, jsonb_build_object('cents', p.balance_cents, 'currency', c.currency) AS balance,
      (SELECT jsonb_build_object('name', t.name, 'phase', t.phase, 'link', t.link) FROM treatment_plans t
        WHERE t.clinic_id = ${trx.clinicId} AND t.patient_id = a."patientId" AND (a."planId" IS NULL OR t.id = a."planId")
        ORDER BY t.phase IN ('proposed', 'accepted', 'active', 'retention') DESC, t.created_at DESC, t.id DESC LIMIT 1) AS plan,
      (SELECT jsonb_build_object('name', o.name) FROM procedures o
        WHERE o.clinic_id = ${trx.clinicId} AND o.patient_id = a."patientId" AND o.done_at IS NOT NULL
          AND (a."procedureId" IS NULL OR o.id = a."procedureId")
        ORDER BY o.done_at DESC, o.id DESC LIMIT 1) AS procedure,
      (SELECT jsonb_build_object('status', m.status, 'amountCents', m.amount_cents, 'currency', m.currency, 'dueOn', m.due_on,
          'link', m.link) FROM payments m
        WHERE m.clinic_id = ${trx.clinicId} AND m.patient_id = a."patientId"
          AND (m.id = a."paymentId" OR a."paymentId" IS NULL AND m.status IN ('due', 'failed'))
        ORDER BY coalesce(m.due_on, m.created_at::date), m.id LIMIT 1) AS payment
    FROM jsonb_to_recordset(${JSON.stringify(asked.map((one, place) => ({ ...one, place })))}::jsonb)
      AS a(place integer, "patientId" uuid, "planId" uuid, "procedureId" uuid, "paymentId" uuid)
    JOIN patients p ON p.clinic_id = ${trx.clinicId} AND p.id = a."patientId"
    JOIN clinics c ON c.id = ${trx.clinicId}`.execute(trx);
  return new Map(rows.map(({ place, ...row }) => [place, row]));
};
