import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AppointmentTypeView,
  AppointmentView,
  PractitionerView,
} from '../../src/appointments/rules/appointment-views.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { PersonLink } from '../patients/person-link.tsx';
import { calendar, timeOfDay } from '../ui/moment.ts';
import { useSecond } from '../ui/clock.ts';
import { draftOf, timesOf } from './appointment-draft.ts';
import { AppointmentFields } from './appointment-fields.tsx';
import classes from './appointment-panel.module.css';
import { AppointmentStatusLabel } from './appointment-status-label.tsx';
import { appointmentQuery } from './appointments.query.ts';
import { SidePanel } from './side-panel.tsx';
import { StatusActions } from './status-actions.tsx';
import type { BookChanges } from './use-book-changes.ts';

interface OneAppointmentProps {
  clinic: MyClinic;
  id: string;
  practitioners: readonly PractitionerView[];
  types: readonly AppointmentTypeView[];
  changes: BookChanges;
  onClose: () => void;
}

/** One appointment: whose it is, its status, and its fields. */
export const OneAppointment = ({ clinic, id, onClose, ...rest }: OneAppointmentProps) => {
  const { t } = useTranslation('calendar');
  const { data: appointment, isError } = useQuery(appointmentQuery(clinic.id, id));
  return (
    <SidePanel title={t('one.title')} onClose={onClose}>
      {isError && <p>{t('one.gone')}</p>}
      {appointment === undefined && !isError && <Skeleton height={120} />}
      {appointment !== undefined && (
        <>
          <Facts appointment={appointment} clinic={clinic} />
          {mayWrite(clinic.role) && (
            <>
              <StatusActions
                appointment={appointment}
                timeZone={clinic.timeZone}
                onSet={rest.changes.setStatus}
              />
              <ChangeFields
                key={`${appointment.id} ${appointment.revision}`}
                appointment={appointment}
                clinic={clinic}
                {...rest}
              />
            </>
          )}
        </>
      )}
    </SidePanel>
  );
};

const Facts = ({ appointment, clinic }: { appointment: AppointmentView; clinic: MyClinic }) => {
  const { t, i18n } = useTranslation('calendar');
  const second = useSecond();
  const { patient, practitioner, startsAt, endsAt, reason, status, cancelledBy } = appointment;
  return (
    <div>
      <div className={classes.who}>
        <p className={classes.name}>
          <PersonLink clinicId={clinic.id} patientId={patient.id}>
            {patient.name}
          </PersonLink>
        </p>
        <AppointmentStatusLabel status={status} />
      </div>
      <p className={classes.facts}>
        {calendar(startsAt, second, i18n.language, clinic.timeZone)} –{' '}
        {timeOfDay(endsAt, i18n.language, clinic.timeZone)}
      </p>
      <p className={classes.facts}>{[reason, practitioner.name].filter(Boolean).join(' · ')}</p>
      {cancelledBy !== null && <p className={classes.facts}>{t(`one.cancelled.${cancelledBy}`)}</p>}
    </div>
  );
};

type ChangeFieldsProps = Omit<OneAppointmentProps, 'id' | 'onClose'> & { appointment: AppointmentView };

/** Another time, practitioner or purpose; only while nobody has arrived. */
const ChangeFields = ({ appointment, clinic, practitioners, types, changes }: ChangeFieldsProps) => {
  const { t } = useTranslation('calendar');
  const [draft, setDraft] = useState(() => draftOf(appointment, clinic.timeZone));
  const [open, setOpen] = useState(false);
  if (appointment.status !== 'booked' && appointment.status !== 'confirmed') return null;
  if (!open) {
    return (
      <Button variant="subtle" size="sm" onClick={() => setOpen(true)}>
        {t('one.move')}
      </Button>
    );
  }
  const times = timesOf(draft, clinic.timeZone);
  const practitioner = practitioners.find(({ id }) => id === draft.practitionerId);
  const save = (): void => {
    if (times === null || practitioner === undefined) return;
    const { typeId, reason } = draft;
    changes.change(appointment, { ...times, practitioner, typeId, reason: reason.trim() });
    setOpen(false);
  };
  return (
    <form
      noValidate
      className={classes.body}
      style={{ padding: 0 }}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <AppointmentFields
        draft={draft}
        practitioners={practitioners}
        types={types}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      <div className={classes.actions}>
        <Button type="submit" disabled={times === null}>
          {t('one.save')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('one.discard')}
        </Button>
      </div>
    </form>
  );
};
