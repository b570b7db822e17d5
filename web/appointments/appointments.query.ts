import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  AppointmentPage,
  AppointmentTypeView,
  AppointmentView,
  PractitionerView,
} from '../../src/appointments/rules/appointment-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export interface BookSearch {
  from: string;
  to: string;
  practitionerId: string | undefined;
}

export const appointmentPath = (clinicId: string, id: string, rest = ''): string =>
  clinicPath(clinicId, `appointments/${encodeURIComponent(id)}${rest}`);

/** The whole book of these days: page after page, because a week of a large clinic may be more than one. */
const readBook = async (
  clinicId: string,
  { from, to, practitionerId }: BookSearch,
  signal: AbortSignal,
): Promise<AppointmentView[]> => {
  const all: AppointmentView[] = [];
  let cursor: string | null = null;
  do {
    const page: AppointmentPage = await request<AppointmentPage>(clinicPath(clinicId, 'appointments'), {
      query: { from, to, practitionerId, limit: 2000, cursor },
      signal,
    });
    all.push(...page.appointments);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
};

export const bookQuery = (clinicId: string, search: BookSearch) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'appointments', 'book', search),
    queryFn: ({ signal }) => readBook(clinicId, search, signal),
    placeholderData: keepPreviousData,
  });

export const appointmentQuery = (clinicId: string, id: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'appointments', 'one', id),
    queryFn: ({ signal }) => request<AppointmentView>(appointmentPath(clinicId, id), { signal }),
  });

export const practitionersQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'appointments', 'practitioners'),
    queryFn: ({ signal }) =>
      request<{ practitioners: PractitionerView[] }>(clinicPath(clinicId, 'practitioners'), { signal }),
    select: (answer) => answer.practitioners,
  });

export const appointmentTypesQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'appointments', 'types'),
    queryFn: ({ signal }) =>
      request<{ types: AppointmentTypeView[] }>(clinicPath(clinicId, 'appointment-types'), { signal }),
    select: (answer) => answer.types,
  });
