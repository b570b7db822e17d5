import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DemoCare } from './demo-clinic.ts';

/** How it stands on the first day. What led there has happened before, so no event tells of it. */
export const insertCare = async (
  trx: ClinicTransaction,
  { plans, procedures, payments }: DemoCare,
  now: Temporal.Instant,
): Promise<void> => {
  const daysAgo = (days: number): Temporal.Instant => now.subtract({ hours: 24 * days });
  const patient = (name: string) =>
    sql`FROM patients p JOIN clinics c ON c.id = p.clinic_id
      WHERE p.clinic_id = ${trx.clinicId} AND p.given_name || ' ' || p.family_name = ${name}`;
  for (const { about, name, phase, totalCents, link } of plans)
    await sql`INSERT INTO treatment_plans (clinic_id, id, patient_id, name, phase, phase_since, total_cents, currency, link, source,
        created_at)
      SELECT p.clinic_id, ${randomUUIDv7()}::uuid, p.id, ${name}, ${phase}, ${daysAgo(8)}::timestamptz, ${totalCents}, c.currency,
        ${link}, 'frontdesk', ${daysAgo(40)}::timestamptz ${patient(about)}`.execute(trx);
  for (const { about, name, code, doneDaysAgo } of procedures) {
    const doneAt = doneDaysAgo === null ? null : daysAgo(doneDaysAgo);
    await sql`INSERT INTO procedures (clinic_id, id, patient_id, code, name, done_at, source, created_at)
      SELECT p.clinic_id, ${randomUUIDv7()}::uuid, p.id, ${code}, ${name}, ${doneAt}::timestamptz, 'frontdesk',
        ${daysAgo(40)}::timestamptz ${patient(about)}`.execute(trx);
  }
  for (const { about, amountCents, dueInDays, status, fault, link } of payments)
    await sql`INSERT INTO payments (clinic_id, id, patient_id, amount_cents, currency, due_on, status, status_since, fault, link,
        source, due_recorded, created_at)
      SELECT p.clinic_id, ${randomUUIDv7()}::uuid, p.id, ${amountCents}, c.currency,
        (${daysAgo(-dueInDays)}::timestamptz AT TIME ZONE c.time_zone)::date, ${status}, ${daysAgo(2)}::timestamptz, ${fault}, ${link},
        'frontdesk', ${status !== 'due'}, ${daysAgo(40)}::timestamptz ${patient(about)}`.execute(trx);
};
