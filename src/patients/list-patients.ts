import type { ClinicTransaction } from '../platform/database/database.ts';
import { clinicSettings } from './clinic-settings.store.ts';
import { findPatients } from './find-patients.ts';
import type { FilterMoment } from './patient-filter.store.ts';
import { countPatients, selectPatientIds, type ListedId } from './patient-list.store.ts';
import { selectPatientRows } from './patient-rows.store.ts';
import { readPatientCursor, writePatientCursor } from './rules/patient-cursor.ts';
import type { PatientFilter, PatientListQuery, PatientSort } from './rules/patient-filter.ts';
import type { PatientPage, Total } from './rules/patient-views.ts';
import { showPatientRow } from './show-patient-row.ts';

type Page = { ids: ListedId[]; more: boolean; total: Total | null };
type Asked = { limit: number; cursor: string | undefined };

/** In the order of the list, continued by the value that the last row stood at. */
const browse = async (
  trx: ClinicTransaction,
  filter: PatientFilter,
  { sort, limit, cursor }: Asked & { sort: PatientSort },
  moment: FilterMoment,
): Promise<Page | null> => {
  const after = cursor === undefined ? null : readPatientCursor(cursor, sort);
  if (cursor !== undefined && after === null) return null;
  const found = await selectPatientIds(trx, filter, { sort, limit: limit + 1, after }, moment);
  const total = after === null ? await countPatients(trx, filter, moment) : null;
  return { ids: found.slice(0, limit), more: found.length > limit, total };
};

/** The hits are few and ranked: the next page begins behind the last one shown, wherever that is now. */
const search = async (
  trx: ClinicTransaction,
  q: string,
  filter: PatientFilter,
  { limit, cursor }: Asked,
  moment: FilterMoment & { country: string },
): Promise<Page | null> => {
  const after = cursor === undefined ? null : readPatientCursor(cursor, 'match');
  if (cursor !== undefined && after === null) return null;
  const { hits, total } = await findPatients(trx, q, filter, moment);
  const place = after === null ? 0 : hits.findIndex(({ id }) => id === after.id) + 1 || Number(after.key);
  const ids = hits.slice(place, place + limit).map(({ id }, index) => ({ id, key: place + index + 1 }));
  return { ids, more: hits.length > place + limit, total: after === null ? total : null };
};

/** One page of the clinic's people; null when the cursor is none of this list. */
export const listPatients = async (
  trx: ClinicTransaction,
  { sort = 'name', limit, cursor, q = '', ...filter }: PatientListQuery,
  now: Temporal.Instant,
): Promise<PatientPage | null> => {
  const clinic = await clinicSettings(trx);
  const today = now.toZonedDateTimeISO(clinic.zone).toPlainDate();
  const moment = { now, today, zone: clinic.zone, country: clinic.country };
  const asked = { limit, cursor };
  const page =
    q === ''
      ? await browse(trx, filter, { ...asked, sort }, moment)
      : await search(trx, q, filter, asked, moment);
  if (page === null) return null;
  const last = page.ids.at(-1);
  const rows = await selectPatientRows(
    trx,
    page.ids.map(({ id }) => id),
    now,
  );
  return {
    patients: rows.map((row) => showPatientRow(row, clinic)),
    nextCursor: page.more && last ? writePatientCursor({ order: q === '' ? sort : 'match', ...last }) : null,
    total: page.total,
  };
};
