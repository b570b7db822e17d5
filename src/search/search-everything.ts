import { listPatients } from '../patients/list-patients.ts';
import { countryOfNumber, readPhoneNumber } from '../patients/rules/read-phone-number.ts';
import type { PatientListItem } from '../patients/rules/patient-views.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Found, FoundPerson } from './rules/found-view.ts';
import { selectCallsWith, selectClinicNumber, selectLeadsAndStaff } from './search.store.ts';

/** Shown at once of each kind: what fits above the fold. Whoever wants more goes to the page with the whole list. */
const each = 5;

const shown = (patient: PatientListItem): FoundPerson => ({
  kind: 'patient',
  id: patient.id,
  name: patient.name,
  birthDate: patient.birthDate,
  phoneNumber: patient.contactNumber?.number ?? null,
  note: patient.familyHint,
});

/** People and calls that the typed text may mean: part of a name, digits of a number, a birth date. */
export const searchEverything = async (
  trx: ClinicTransaction,
  typed: string,
  now: Temporal.Instant,
): Promise<Found> => {
  const q = typed.trim();
  const digits = q.replace(/\D/g, '');
  const text = { words: q, digits: digits.length >= 3 ? digits.replace(/^0+/, '') : null, limit: each };
  const page = await listPatients(trx, { q, archived: 'with', limit: each }, now);
  const patients = (page?.patients ?? []).map(shown);
  const others = await selectLeadsAndStaff(trx, text);
  const own = await selectClinicNumber(trx);
  const read = readPhoneNumber(q, (own === null ? null : countryOfNumber(own)) ?? 'US');
  const number = read.ok ? read.number : null;
  const ids = patients.slice(0, 3).map(({ id }) => id);
  return { people: [...patients, ...others], calls: await selectCallsWith(trx, ids, number, each) };
};
