import { queryOptions } from '@tanstack/react-query';
import type { DuplicatePage } from '../../src/patients/duplicates.api.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export type DuplicatePair = DuplicatePage['pairs'][number];

/** The likeliest pairs; the next ones come when these are decided. */
export const duplicatesQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'patients', 'duplicates'),
    queryFn: ({ signal }) => request<DuplicatePage>(clinicPath(clinicId, 'patients/duplicates'), { signal }),
  });
