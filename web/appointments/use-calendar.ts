import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { useToday } from '../patients/use-today.ts';
import { wallTime } from '../ui/clinic-time.ts';
import { appointmentTypesQuery, bookQuery, practitionersQuery } from './appointments.query.ts';
import { dayColumns, weekColumns } from './calendar-columns.ts';
import { weekOf } from './calendar-days.ts';
import { readCalendarSearch, type CalendarSearch } from './calendar-search.ts';

const route = getRouteApi('/signed-in/clinics/$clinicId/calendar');

/** What the address asks for, and what the clinic has for it. */
export const useCalendar = () => {
  const { i18n } = useTranslation();
  const { clinic } = useCurrentClinic();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday(clinic);
  const narrow = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false });
  const day = search.day ?? today;
  const view = narrow ? 'day' : (search.view ?? 'day');
  const week = weekOf(day);
  const [from = day, to = day] = view === 'week' ? [week[0], week[6]] : [day, day];
  const book = useQuery(bookQuery(clinic.id, { from, to, practitionerId: search.practitioner }));
  const practitioners = useQuery(practitionersQuery(clinic.id));
  const types = useQuery(appointmentTypesQuery(clinic.id));
  const appointments = book.data ?? [];
  const busy = new Set(
    appointments.map(({ startsAt }) => wallTime(Date.parse(startsAt), clinic.timeZone).slice(0, 10)),
  );
  const columns =
    view === 'week'
      ? weekColumns(day, i18n.language, (each) => busy.has(each))
      : dayColumns(day, practitioners.data ?? [], appointments, search.practitioner);
  const change = (part: CalendarSearch): void =>
    void navigate({ search: readCalendarSearch({ ...search, ...part }), replace: true });
  return {
    clinic,
    search,
    today,
    narrow,
    day,
    view,
    range: { from, to },
    book,
    appointments,
    practitioners: practitioners.data ?? [],
    hasNobody: practitioners.isSuccess && practitioners.data.every(({ archived }) => archived),
    types: types.data ?? [],
    columns,
    change,
  };
};
export type Calendar = ReturnType<typeof useCalendar>;
