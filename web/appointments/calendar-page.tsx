import { Button, Chip } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayManage, mayWrite } from '../accounts/may.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import type { AppointmentDraft } from './appointment-draft.ts';
import { CalendarGrid } from './calendar-grid.tsx';
import { CalendarHead } from './calendar-head.tsx';
import { clockText } from './calendar-columns.ts';
import { dayRange, longDay } from './calendar-days.ts';
import classes from './calendar-page.module.css';
import type { CalendarSearch } from './calendar-search.ts';
import { DayList } from './day-list.tsx';
import { NewAppointment } from './new-appointment.tsx';
import { OneAppointment } from './one-appointment.tsx';
import { SetUpCalendar } from './set-up-calendar.tsx';
import { useBookChanges, type BookChanges } from './use-book-changes.ts';
import { useCalendar, type Calendar } from './use-calendar.ts';

type Slot = { day: string; minute: number; practitionerId: string | undefined };
type Aside =
  | { at: 'set-up' }
  | { at: 'new'; begin: AppointmentDraft; key: string }
  | { at: 'one'; id: string }
  | null;

/** What the address opens beside the calendar. @param begin null: nobody has a calendar (yet) */
const asideOf = (search: CalendarSearch, begin: AppointmentDraft | null): Aside => {
  if (search.appointment !== undefined) return { at: 'one', id: search.appointment };
  return search.for === undefined || begin === null ? null : { at: 'new', begin, key: search.for };
};

/** The appointment book: a day by practitioner, or a week; on a phone a list. */
export const CalendarPage = () => {
  const calendar = useCalendar();
  const { clinic, search, change, practitioners, types, day } = calendar;
  const changes = useBookChanges(clinic);
  const [aside, setAside] = useState<Aside>(null);
  const draftAt = (at: Slot): AppointmentDraft => ({
    day: at.day,
    from: clockText(at.minute),
    minutes: 30,
    practitionerId:
      at.practitionerId ?? search.practitioner ?? practitioners.find(({ archived }) => !archived)?.id ?? '',
    typeId: null,
    reason: '',
  });
  const usualSlot: Slot = { day, minute: 9 * 60, practitionerId: undefined };
  const beginAt = (at: Slot): void => {
    setAside({ at: 'new', begin: draftAt(at), key: String(Date.now()) });
    if (search.appointment !== undefined) change({ appointment: '' });
  };
  const close = (): void => {
    setAside(null);
    if (search.appointment !== undefined || search.for !== undefined) change({ appointment: '', for: '' });
  };
  const shown = aside ?? asideOf(search, practitioners.length > 0 ? draftAt(usualSlot) : null);
  return (
    <>
      <CalendarHead
        {...calendar}
        onChange={change}
        onAdd={() => beginAt(usualSlot)}
        onSetUp={() => setAside({ at: 'set-up' })}
      />
      <div className={classes.columns} data-panel={shown !== null || undefined}>
        <div className={classes.book}>
          <Book
            calendar={calendar}
            changes={changes}
            onOpen={(appointment) => {
              setAside(null);
              change({ appointment, for: '' });
            }}
            onFree={beginAt}
            onSetUp={() => setAside({ at: 'set-up' })}
          />
        </div>
        {shown?.at === 'new' && (
          <NewAppointment
            key={shown.key}
            clinic={clinic}
            begin={shown.begin}
            patientId={search.for}
            practitioners={practitioners}
            types={types}
            onMade={close}
            onClose={close}
          />
        )}
        {shown?.at === 'set-up' && (
          <SetUpCalendar clinic={clinic} practitioners={practitioners} types={types} onClose={close} />
        )}
        {shown?.at === 'one' && (
          <OneAppointment
            key={shown.id}
            clinic={clinic}
            id={shown.id}
            practitioners={practitioners}
            types={types}
            changes={changes}
            onClose={close}
          />
        )}
      </div>
    </>
  );
};

interface BookProps {
  calendar: Calendar;
  changes: BookChanges;
  onOpen: (id: string) => void;
  onFree: (at: Slot) => void;
  onSetUp: () => void;
}

const Book = ({ calendar, changes, onOpen, onFree, onSetUp }: BookProps) => {
  const { t, i18n } = useTranslation('calendar');
  const [withGivenUp, setWithGivenUp] = useState(false);
  const { clinic, book, day, view, range, narrow, columns, appointments, search } = calendar;
  if (calendar.hasNobody) return <NobodyYet calendar={calendar} onSetUp={onSetUp} />;
  if (book.isError) return <ProblemNotice error={book.error} onRetry={() => void book.refetch()} />;
  if (book.isPending) return <RowsSkeleton rows={10} />;
  const givenUp = appointments.filter(({ status }) => status === 'cancelled').length;
  const shown = withGivenUp ? appointments : appointments.filter(({ status }) => status !== 'cancelled');
  const label = view === 'week' ? dayRange(range.from, range.to, i18n.language) : longDay(day, i18n.language);
  return (
    <>
      <div className={classes.line}>
        <p className={classes.shown}>{label}</p>
        {givenUp > 0 && (
          <Chip size="xs" checked={withGivenUp} onChange={setWithGivenUp}>
            {t('showGivenUp', { count: givenUp })}
          </Chip>
        )}
      </div>
      {narrow && shown.length > 0 && (
        <DayList appointments={shown} timeZone={clinic.timeZone} onOpen={onOpen} />
      )}
      {narrow && shown.length === 0 && (
        <EmptyState icon={<IconCalendarPlus />} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      {!narrow && (
        <CalendarGrid
          label={label}
          columns={columns}
          appointments={shown}
          timeZone={clinic.timeZone}
          canWrite={mayWrite(clinic.role)}
          openId={search.appointment}
          onOpen={onOpen}
          onFree={(column, minute) =>
            onFree({ day: column.day, minute, practitionerId: column.practitioner?.id })
          }
          onMove={changes.change}
        />
      )}
    </>
  );
};

const NobodyYet = ({ calendar, onSetUp }: { calendar: Calendar; onSetUp: () => void }) => {
  const { t } = useTranslation('calendar');
  const manages = mayManage(calendar.clinic.role);
  return (
    <EmptyState
      icon={<IconCalendarPlus />}
      title={t('noPractitioner')}
      action={manages ? <Button onClick={onSetUp}>{t('addPractitioner')}</Button> : undefined}
    >
      {manages ? t('noPractitionerText') : t('noPractitionerRead')}
    </EmptyState>
  );
};
