import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DemoTask } from './demo-clinic.ts';

export const insertMessageSettings = async (trx: ClinicTransaction, postalAddress: string): Promise<void> => {
  await trx
    .insertInto('message_settings')
    .values({ clinic_id: trx.clinicId, postal_address: postalAddress })
    .execute();
};

/** Half of the people signed that they want offers; the others are left out of marketing, as they should be. */
export const insertConsents = async (
  trx: ClinicTransaction,
  proof: string,
  now: Temporal.Instant,
): Promise<void> => {
  const people = await trx
    .selectFrom('patients')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('sort_name')
    .execute();
  const signed = now.subtract({ hours: 24 * 60 });
  await trx
    .insertInto('contact_consents')
    .values(
      people
        .filter((_, index) => index % 2 === 0)
        .map(({ id }) => ({
          clinic_id: trx.clinicId,
          id: randomUUIDv7(),
          patient_id: id,
          purpose: 'marketing',
          method: 'paper-form',
          obtained_at: signed,
          proof,
          recorded_at: signed,
        })),
    )
    .execute();
};

/** What is left to do on the first day. */
export const insertTasks = async (
  trx: ClinicTransaction,
  tasks: readonly DemoTask[],
  now: Temporal.Instant,
): Promise<void> => {
  for (const { kind, title, body, about, owner, dueInHours } of tasks) {
    const dueAt = dueInHours === null ? null : now.add({ hours: dueInHours });
    await sql`
      INSERT INTO tasks (clinic_id, id, kind, title, body, patient_id, owner_id, due_at, source, created_at, created_by)
      SELECT ${trx.clinicId}, ${randomUUIDv7()}::uuid, ${kind}, ${title}, ${body}, p.id,
        (SELECT id FROM staff_members WHERE clinic_id = ${trx.clinicId} AND name = ${owner}), ${dueAt}::timestamptz, 'staff', ${now},
        (SELECT user_id FROM staff_members WHERE clinic_id = ${trx.clinicId} AND user_id IS NOT NULL ORDER BY name LIMIT 1)
      FROM patients p WHERE p.clinic_id = ${trx.clinicId} AND p.given_name || ' ' || p.family_name = ${about}`.execute(
      trx,
    );
  }
};
