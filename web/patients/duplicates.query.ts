import { queryOptions } from '@tanstack/react-query';
import type { DuplicateReason } from '../../src/patients/rules/merge-fields.ts';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export interface DuplicatePair {
  one: PatientView;
  other: PatientView;
  reasons: DuplicateReason[];
}

/** The likeliest pairs; the next ones come when these are decided. */
export const duplicatesQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'patients', 'duplicates'),
    queryFn: ({ signal }) =>
      request<{ pairs: DuplicatePair[] }>(clinicPath(clinicId, 'patients/duplicates'), { signal }),
    select: (answer) => answer.pairs,
  });
