import { queryOptions } from '@tanstack/react-query';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';

export interface FreeNumber {
  phoneNumber: string;
  /** as the carrier calls it */
  name: string;
}

/** Numbers of the carrier's account that no clinic has. */
export const freeNumbersQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'free-numbers'),
    queryFn: ({ signal }) =>
      request<{ items: FreeNumber[] }>(clinicPath(clinicId, 'numbers/free'), { signal }),
    select: (answer) => answer.items,
  });
