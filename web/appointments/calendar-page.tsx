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
import { DayList } from './day-list.tsx';
import { NewAppointment } from './new-appointment.tsx';
import { OneAppointment } from './one-appointment.tsx';
import { SetUpCalendar } from './set-up-calendar.tsx';
import { useBookChanges, type BookChanges } from './use-book-changes.ts';
import { useCalendar, type Calendar } from './use-calendar.ts';

type Aside = { at: 'set-up' } | { at: 'new'; begin: AppointmentDraft; key: number } | null;

/** The appointment book: a day by practitioner, or a week; on a phone a list. */
export const CalendarPage = () => {
  const calendar = useCalendar();
  const { clinic, search, change, practitioners, types, day } = calendar;
  const changes = useBookChanges(clinic);
  const [aside, setAside] = useState<Aside>(null);
  const beginAt = (at: { day: string; minute: number; practitionerId: string | undefined }): void => {
    const practitionerId =
      at.practitionerId ?? search.practitioner ?? practitioners.find(({ archived }) => !archived)?.id ?? '';
    const begin = {
      day: at.day,
      from: clockText(at.minute),
      minutes: 30,
      practitionerId,
      typeId: null,
      reason: '',
    };
    setAside({ at: 'new', begin, key: Date.now() });
    if (search.appointment !== undefined) change({ appointment: '' });
  };
  const close = (): void => {
    setAside(null);
    if (search.appointment !== undefined) change({ appointment: '' });
  };
  const isOpen = aside !== null || search.appointment !== undefined;
  return (
    <>
      <CalendarHead
        {...calendar}
        onChange={change}
        onAdd={() => beginAt({ day, minute: 9 * 60, practitionerId: undefined })}
        onSetUp={() => setAside({ at: 'set-up' })}
      />
      <div className={classes.columns} data-panel={isOpen || undefined}>
        <div className={classes.book}>
          <Book
            calendar={calendar}
            changes={changes}
            onOpen={(appointment) => {
              setAside(null);
              change({ appointment });
            }}
            onFree={beginAt}
            onSetUp={() => setAside({ at: 'set-up' })}
          />
        </div>
        {aside?.at === 'new' && (
          <NewAppointment
            key={aside.key}
            clinic={clinic}
            begin={aside.begin}
            practitioners={practitioners}
            types={types}
            onMade={() => setAside(null)}
            onClose={close}
          />
        )}
        {aside?.at === 'set-up' && (
          <SetUpCalendar clinic={clinic} practitioners={practitioners} types={types} onClose={close} />
        )}
        {aside === null && search.appointment !== undefined && (
          <OneAppointment
            key={search.appointment}
            clinic={clinic}
            id={search.appointment}
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
  onFree: (at: { day: string; minute: number; practitionerId: string | undefined }) => void;
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
