import type { ClinicTransaction } from '../platform/database/database.ts';
import type { FilterMoment } from './patient-filter.store.ts';
import { mostHits, searchPatients, type Hit } from './patient-search.store.ts';
import type { PatientFilter } from './rules/patient-filter.ts';
import { readSearch } from './rules/read-search.ts';
import type { Total } from './rules/patient-views.ts';

/**
 * Whom a search finds, the best match first. Misspelt words are looked for when nobody is called what was typed:
 * while somebody types, more often than not the word is merely not finished.
 */
export const findPatients = async (
  trx: ClinicTransaction,
  text: string,
  filter: PatientFilter,
  moment: FilterMoment & { country: string },
): Promise<{ hits: Hit[]; total: Total }> => {
  const search = readSearch(text, moment.country);
  const asTyped = await searchPatients(trx, search, 'as-typed', filter, moment);
  const found =
    asTyped.length === 0 && search.words.length > 0
      ? await searchPatients(trx, search, 'misspelt', filter, moment)
      : asTyped;
  const hits = found.slice(0, mostHits);
  return { hits, total: { count: hits.length, exact: found.length <= mostHits } };
};
