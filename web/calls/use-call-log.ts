import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { CallListItem } from '../../src/calls/rules/call-views.ts';
import { useAtTop } from '../ui/at-top.ts';
import type { CallSearch } from './call-search.ts';
import { heldBelow, withNewest } from './call-tail.ts';
import { callsQuery, newestCallsQuery } from './calls.query.ts';

/** The rows of the log as they are shown: live at the top, still while somebody reads further down. */
export const useCallLog = (clinicId: string, search: CallSearch) => {
  const log = useInfiniteQuery(callsQuery(clinicId, search));
  const newest = useQuery(newestCallsQuery(clinicId, search));
  const atTop = useAtTop();
  const [top, setTop] = useState<CallListItem | null>(null);

  const loaded = log.data?.pages.flatMap((page) => page.items) ?? [];
  const fresh = log.isPlaceholderData ? [] : (newest.data?.items ?? []);
  const { calls, gap } = withNewest(loaded, fresh);
  if (atTop && top !== null) setTop(null);
  if (!atTop && top === null && calls[0] !== undefined) setTop(calls[0]);

  const readAgain = useEffectEvent(() => void log.refetch());
  useEffect(() => {
    if (gap) readAgain();
  }, [gap]);
  return { log, ...heldBelow(calls, top) };
};
