import { queryOptions } from '@tanstack/react-query';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';

type Names = { en: string; de: string };
export interface HolidayCalendar {
  code: string;
  name: Names;
  states: { code: string; name: Names }[];
}
export interface Holiday {
  date: string;
  name: Names;
}

const aDay = 24 * 60 * 60_000;

/** The countries and states whose holidays are known. */
export const calendarsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing-calendars'),
    queryFn: ({ signal }) =>
      request<{ items: HolidayCalendar[] }>(clinicPath(clinicId, 'routing/holiday-calendars'), { signal }),
    select: (answer) => answer.items,
    staleTime: aDay,
  });

export const holidaysQuery = (
  clinicId: string,
  { country, state, year }: { country: string; state: string | undefined; year: number },
) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing-holidays', country, state ?? '', year),
    queryFn: ({ signal }) =>
      request<{ items: Holiday[] }>(clinicPath(clinicId, 'routing/holidays'), {
        query: { country, state, year },
        signal,
      }),
    select: (answer) => answer.items,
    staleTime: aDay,
  });
