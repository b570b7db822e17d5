import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { AppointmentDraft } from './rules/appointment-draft.ts';

/** The appointments that these external ids stand for. */
export const selectByExternalIds = async (
  trx: ClinicTransaction,
  ids: { system: string; value: string }[],
): Promise<Map<string, string>> => {
  const { rows } = await sql<{ system: string; value: string; id: string }>`
    SELECT i.system, i.value, i.appointment_id AS id
    FROM jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) AS a(system text, value text)
    JOIN appointment_identifiers i ON i.clinic_id = ${trx.clinicId} AND i.system = a.system AND i.value = a.value`.execute(
    trx,
  );
  return new Map(rows.map(({ system, value, id }) => [JSON.stringify([system, value]), id]));
};

type Write = { id: string } & AppointmentDraft;
const recordOf = ({ externalId, ...rest }: Write) => ({ ...rest, ...externalId });
const shape =
  sql.raw(`r(id uuid, "patientId" uuid, "practitionerId" uuid, "startsAt" timestamptz, "endsAt" timestamptz,
  reason text, status text, system text, value text)`);

export const insertAppointments = async (trx: ClinicTransaction, writes: Write[]): Promise<void> => {
  await sql`
    INSERT INTO appointments (clinic_id, id, patient_id, practitioner_id, starts_at, ends_at, reason, status)
    SELECT ${trx.clinicId}, id, "patientId", "practitionerId", "startsAt", "endsAt", reason, status
    FROM jsonb_to_recordset(${JSON.stringify(writes.map(recordOf))}::jsonb) AS ${shape}`.execute(trx);
};

export const updateAppointments = async (trx: ClinicTransaction, writes: Write[]): Promise<void> => {
  await sql`
    UPDATE appointments a SET patient_id = r."patientId", practitioner_id = r."practitionerId",
      starts_at = r."startsAt", ends_at = r."endsAt", reason = r.reason, status = r.status,
      cancelled_by = CASE WHEN r.status = 'cancelled' THEN coalesce(a.cancelled_by, 'unknown') END,
      revision = a.revision + 1, updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(writes.map(recordOf))}::jsonb) AS ${shape}
    WHERE a.clinic_id = ${trx.clinicId} AND a.id = r.id`.execute(trx);
};

/** Keeps under which id the other system knows them, and what it said. */
export const keepExternalIds = async (trx: ClinicTransaction, writes: Write[]): Promise<void> => {
  await sql`
    INSERT INTO appointment_identifiers (clinic_id, system, value, appointment_id, told)
    SELECT ${trx.clinicId}, system, value, id,
      jsonb_build_object('startsAt', "startsAt", 'endsAt', "endsAt", 'status', status, 'practitionerId', "practitionerId")
    FROM jsonb_to_recordset(${JSON.stringify(writes.map(recordOf))}::jsonb) AS ${shape}
    ON CONFLICT (clinic_id, system, value) DO UPDATE SET told = excluded.told`.execute(trx);
};

/** Only those that still are as the other system told them. */
export const deleteUntouchedAppointments = async (trx: ClinicTransaction, ids: string[]): Promise<number> => {
  const { numAffectedRows } = await sql`
    DELETE FROM appointments a USING appointment_identifiers i
    WHERE a.clinic_id = ${trx.clinicId} AND a.id = ANY(${ids}::uuid[])
      AND i.clinic_id = a.clinic_id AND i.appointment_id = a.id
      AND i.told = jsonb_build_object('startsAt', a.starts_at, 'endsAt', a.ends_at, 'status', a.status,
        'practitionerId', a.practitioner_id)`.execute(trx);
  return Number(numAffectedRows ?? 0n);
};

/** Whoever is known by one of these ids, else by exactly this name. */
export const selectPractitioners = async (
  trx: ClinicTransaction,
  asked: { key: string; name: string; externalIds: { system: string; value: string }[] }[],
): Promise<Map<string, string>> => {
  const ids = asked.flatMap(({ key, externalIds }) => externalIds.map((id) => ({ key, ...id })));
  const { rows } = await sql<{ key: string; id: string }>`
    SELECT a.key, p.id, 2 AS rank FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a(key text, name text)
    JOIN practitioners p ON p.clinic_id = ${trx.clinicId} AND lower(p.name) = lower(a.name)
    UNION ALL
    SELECT a.key, i.practitioner_id, 1 FROM jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) AS a(key text, system text, value text)
    JOIN practitioner_identifiers i ON i.clinic_id = ${trx.clinicId} AND i.system = a.system AND i.value = a.value
    ORDER BY rank DESC`.execute(trx);
  return new Map(rows.map(({ key, id }) => [key, id]));
};

export const insertPractitioners = async (
  trx: ClinicTransaction,
  practitioners: { id: string; name: string }[],
): Promise<void> => {
  if (practitioners.length === 0) return;
  await trx
    .insertInto('practitioners')
    .values(practitioners.map(({ id, name }) => ({ clinic_id: trx.clinicId, id, name })))
    .execute();
};

export const keepPractitionerIds = async (
  trx: ClinicTransaction,
  ids: { id: string; system: string; value: string }[],
): Promise<void> => {
  await sql`
    INSERT INTO practitioner_identifiers (clinic_id, system, value, practitioner_id)
    SELECT ${trx.clinicId}, r.system, r.value, r.id
    FROM jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) AS r(id uuid, system text, value text)
    ON CONFLICT DO NOTHING`.execute(trx);
};

/** Two who tell of the same new appointment at once do so one after the other. */
export const lockExternalId = async (
  trx: ClinicTransaction,
  { system, value }: { system: string; value: string },
): Promise<void> => {
  const name = JSON.stringify(['appointment', trx.clinicId, system, value]);
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
};
