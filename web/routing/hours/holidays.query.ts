import { queryOptions } from '@tanstack/react-query';
import type { HolidayCalendars, HolidayList } from '../../../src/clinics/rules/holidays.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';

const aDay = 24 * 60 * 60_000;

/** The countries and states whose holidays are known. */
export const calendarsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing-calendars'),
    queryFn: ({ signal }) =>
      request<HolidayCalendars>(clinicPath(clinicId, 'routing/holiday-calendars'), { signal }),
    select: (answer) => answer.countries,
    staleTime: aDay,
  });

export const holidaysQuery = (
  clinicId: string,
  { country, state, year }: { country: string; state: string | undefined; year: number },
) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing-holidays', country, state ?? '', year),
    queryFn: ({ signal }) =>
      request<HolidayList>(clinicPath(clinicId, 'routing/holidays'), {
        query: { country, state, year },
        signal,
      }),
    select: (answer) => answer.holidays,
    staleTime: aDay,
  });
