import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectCareSubjects } from './care-subjects.store.ts';
import type { CareAsked, CareSubject } from './rules/care-subject.ts';

/** What is to be known of treatments and payments, as it stands now, for conditions and for the texts of messages: by a key of the asker's own. */
export const loadCare = async (
  trx: ClinicTransaction,
  asked: ReadonlyMap<string, CareAsked>,
): Promise<Map<string, CareSubject>> => {
  if (asked.size === 0) return new Map();
  const found = await selectCareSubjects(trx, [...asked.values()]);
  return new Map(
    [...asked.keys()].flatMap((key, place) => {
      const care = found.get(place);
      return care === undefined ? [] : [[key, care] as const];
    }),
  );
};
