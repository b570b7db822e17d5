import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { clinicSettings } from './clinic-settings.store.ts';
import { exportRows, type ExportRow } from './export.store.ts';
import { findPatients } from './find-patients.ts';
import { csvLine } from '../imports/rules/csv-line.ts';
import type { PatientFilter } from './rules/patient-filter.ts';

const columns = [
  'patient_number',
  'given_name',
  'family_name',
  'preferred_name',
  'salutation',
  'gender',
  'birth_date',
  'language',
  'phone_numbers',
  'emails',
  'street',
  'postal_code',
  'city',
  'region',
  'country',
  'tags',
  'balance',
  'archived',
] as const satisfies readonly (keyof ExportRow)[];

/** The list as filtered, as CSV, piece by piece. That it was taken out of the house is recorded first. */
export async function* exportPatients(
  trx: ClinicTransaction,
  { q = '', ...filter }: PatientFilter,
  by: { userId: string; at: Temporal.Instant },
): AsyncGenerator<string> {
  const clinic = await clinicSettings(trx);
  const today = by.at.toZonedDateTimeISO(clinic.zone).toPlainDate();
  const moment = { now: by.at, today, zone: clinic.zone, country: clinic.country };
  const hits = q === '' ? null : (await findPatients(trx, q, filter, moment)).hits.map(({ id }) => id);
  const filters = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  await recordAudit(trx, {
    ...by,
    action: 'patient.list-exported',
    subject: { kind: 'patient', id: null },
    detail: { filters: filters.join(', '), searched: q !== '' },
  });
  yield csvLine(columns);
  for await (const rows of exportRows(trx, filter, hits, moment))
    yield rows.map((row) => csvLine(columns.map((column) => row[column] ?? ''))).join('');
}
