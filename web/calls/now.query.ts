import { queryOptions } from '@tanstack/react-query';
import type { Now } from '../../src/calls/rules/now-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { adjustClock } from '../ui/clock.ts';

export const nowQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'now'),
    queryFn: async ({ signal }) => {
      const now = await request<Now>(clinicPath(clinicId, 'now'), { signal });
      adjustClock(now.at, Date.now());
      return now;
    },
    // Live updates bring changes at once; this is the net below them.
    refetchInterval: 60_000,
  });
