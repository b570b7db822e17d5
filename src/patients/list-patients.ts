import type { ClinicTransaction } from '../platform/database/database.ts';
import { clinicSettings } from './clinic-settings.store.ts';
import { countPatients, selectPatientIds } from './patient-list.store.ts';
import { selectPatientRows } from './patient-rows.store.ts';
import { readPatientCursor, writePatientCursor } from './rules/patient-cursor.ts';
import type { PatientListQuery } from './rules/patient-filter.ts';
import type { PatientPage } from './rules/patient-views.ts';
import { showPatientRow } from './show-patient-row.ts';

/** One page of the clinic's people; null when the cursor is none of this list. */
export const listPatients = async (
  trx: ClinicTransaction,
  { sort = 'name', limit, cursor, ...filter }: PatientListQuery,
  now: Temporal.Instant,
): Promise<PatientPage | null> => {
  const after = cursor === undefined ? null : readPatientCursor(cursor, sort);
  if (cursor !== undefined && after === null) return null;
  const clinic = await clinicSettings(trx);
  const moment = { now, zone: clinic.zone, today: now.toZonedDateTimeISO(clinic.zone).toPlainDate() };
  const found = await selectPatientIds(trx, filter, { sort, limit: limit + 1, after }, moment);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const rows = await selectPatientRows(
    trx,
    page.map(({ id }) => id),
    now,
  );
  return {
    patients: rows.map((row) => showPatientRow(row, clinic)),
    nextCursor: found.length > limit && last ? writePatientCursor({ order: sort, ...last }) : null,
    total: after === null ? await countPatients(trx, filter, moment) : null,
  };
};
