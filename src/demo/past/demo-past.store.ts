import { sql } from 'kysely';
import type { Appointment } from '../../appointments/rules/appointment-event.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Team } from './past-people.ts';

export const selectTeam = async (trx: ClinicTransaction): Promise<Team> => {
  const rows = await trx
    .selectFrom('staff_members')
    .select(['id', 'name', 'user_id'])
    .where('clinic_id', '=', trx.clinicId)
    .execute();
  return new Map(
    rows.flatMap(({ id, name, user_id }) =>
      user_id === null ? [] : [[name, { staffId: id, userId: user_id }]],
    ),
  );
};

/** Everybody with an account sits at the portal since then; null: nobody. */
export const setPresence = async (trx: ClinicTransaction, since: Temporal.Instant | null): Promise<void> => {
  await trx
    .updateTable('staff_call_availability')
    .set({ portal_seen_at: since })
    .where('clinic_id', '=', trx.clinicId)
    .execute();
};

/** A visit to be lived through: booked, reminded of, answered, kept. */
export type PastVisit = { id: string; number: string; about: Appointment };

/** What is booked from then on until then, in order. */
export const selectBooked = async (
  trx: ClinicTransaction,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<PastVisit[]> => {
  const { rows } = await sql<Appointment & { id: string; number: string }>`
    SELECT a.id, n.phone_number AS number, a.patient_id AS "patientId", a.practitioner_id AS "practitionerId", a.type_id AS "typeId",
      a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.reason, a.status
    FROM appointments a JOIN patient_phone_numbers n
      ON n.clinic_id = a.clinic_id AND n.patient_id = a.patient_id AND n.preferred
    WHERE a.clinic_id = ${trx.clinicId} AND a.status = 'booked' AND a.starts_at >= ${from} AND a.starts_at < ${to}
    ORDER BY a.starts_at, a.id`.execute(trx);
  return rows.map(({ id, number, ...about }) => ({ id, number, about }));
};

export const setBookedAt = async (
  trx: ClinicTransaction,
  id: string,
  at: Temporal.Instant,
): Promise<void> => {
  await trx
    .updateTable('appointments')
    .set({ created_at: at, updated_at: at })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .execute();
};

export const selectConversationWith = async (
  trx: ClinicTransaction,
  number: string,
): Promise<string | null> => {
  const row = await trx
    .selectFrom('conversations')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('channel', '=', 'sms')
    .where('address', '=', number)
    .executeTakeFirst();
  return row?.id ?? null;
};

/** When an instance takes its next step or a message leaves; null: nothing is planned. */
export const selectNextDue = async (trx: ClinicTransaction): Promise<Temporal.Instant | null> => {
  const { rows } = await sql<{ next: Temporal.Instant | null }>`
    SELECT least(
      (SELECT min(wake_at) FROM workflow_instances WHERE clinic_id = ${trx.clinicId} AND status = 'running'),
      (SELECT min(due_at) FROM message_outbox WHERE clinic_id = ${trx.clinicId} AND NOT held)) AS next`.execute(
    trx,
  );
  return rows[0]?.next ?? null;
};

/** Callbacks that workflows have ordered until then and nobody has done. */
export const selectCallbacks = async (
  trx: ClinicTransaction,
  before: Temporal.Instant,
): Promise<string[]> => {
  const rows = await trx
    .selectFrom('tasks')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('kind', '=', 'callback')
    .where('source', '=', 'workflow')
    .where('done_at', 'is', null)
    .where('created_at', '<', before)
    .execute();
  return rows.map(({ id }) => id);
};
