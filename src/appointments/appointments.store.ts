import type { ClinicTransaction } from '../platform/database/database.ts';

export type AppointmentRow = {
  id: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  reason: string;
  status: string;
  patientName: string;
  practitioner: string;
};

export const selectAppointments = async (
  trx: ClinicTransaction,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<AppointmentRow[]> => {
  const rows = await trx
    .selectFrom('appointments as a')
    .innerJoin('patients as p', (join) =>
      join.onRef('p.clinic_id', '=', 'a.clinic_id').onRef('p.id', '=', 'a.patient_id'),
    )
    .innerJoin('practitioners as d', (join) =>
      join.onRef('d.clinic_id', '=', 'a.clinic_id').onRef('d.id', '=', 'a.practitioner_id'),
    )
    .select([
      'a.id',
      'a.starts_at',
      'a.ends_at',
      'a.reason',
      'a.status',
      'p.given_name',
      'p.family_name',
      'd.name as practitioner',
    ])
    .where('a.clinic_id', '=', trx.clinicId)
    .where('a.starts_at', '>=', from)
    .where('a.starts_at', '<', to)
    .orderBy('a.starts_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    reason: row.reason,
    status: row.status,
    patientName: `${row.given_name} ${row.family_name}`,
    practitioner: row.practitioner,
  }));
};

export const selectTimeZone = async (trx: ClinicTransaction): Promise<string> => {
  const { time_zone } = await trx
    .selectFrom('clinics')
    .select('time_zone')
    .where('id', '=', trx.clinicId)
    .executeTakeFirstOrThrow();
  return time_zone;
};
