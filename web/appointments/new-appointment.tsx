import { Alert, Anchor, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewAppointment as Body } from '../../src/appointments/rules/appointment-input.ts';
import type {
  AppointmentTypeView,
  ChangedAppointment,
  PractitionerView,
} from '../../src/appointments/rules/appointment-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { clinicKey } from '../live/query-keys.ts';
import { FindPerson } from '../patients/find-person.tsx';
import { patientQuery } from '../patients/patients.query.ts';
import { clinicPath, request } from '../platform/request.ts';
import { calendar } from '../ui/moment.ts';
import { confirmDone } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { newBody, type AppointmentDraft } from './appointment-draft.ts';
import { AppointmentFields } from './appointment-fields.tsx';
import classes from './appointment-panel.module.css';
import { SidePanel } from './side-panel.tsx';

interface NewAppointmentProps {
  clinic: MyClinic;
  begin: AppointmentDraft;
  /** id of whom it is for, where that is known */
  patientId: string | undefined;
  practitioners: readonly PractitionerView[];
  types: readonly AppointmentTypeView[];
  onMade: (made: ChangedAppointment) => void;
  onClose: () => void;
}

const useMakeAppointment = ({ id: clinicId, timeZone }: MyClinic, onMade: NewAppointmentProps['onMade']) => {
  const { t, i18n } = useTranslation('calendar');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) =>
      request<ChangedAppointment>(clinicPath(clinicId, 'appointments'), { method: 'POST', body }),
    onSuccess: (made) => {
      const { patient, startsAt } = made.appointment;
      const when = calendar(startsAt, Date.now() / 1000, i18n.language, timeZone);
      const [first] = made.overlaps;
      const warning = first === undefined ? '' : ` ${t(`overlaps.${first.of}`, { name: first.patientName })}`;
      confirmDone(t('made', { name: patient.name, when }) + warning);
      void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'appointments') });
      onMade(made);
    },
  });
};

/** Who, when, with whom, for what. */
export const NewAppointment = ({
  clinic,
  begin,
  patientId,
  onMade,
  onClose,
  ...choices
}: NewAppointmentProps) => {
  const { t } = useTranslation('calendar');
  const words = useProblemWords();
  const known = useQuery({ ...patientQuery(clinic.id, patientId ?? ''), enabled: patientId !== undefined });
  // Until somebody is chosen here, or was taken away, it is for whom it was begun.
  const [chosen, setPatient] = useState<{ id: string; name: string } | null | undefined>();
  const patient = chosen === undefined ? (known.data ?? null) : chosen;
  const [draft, setDraft] = useState(begin);
  const [fault, setFault] = useState<'missingPatient' | 'wrongTime' | null>(null);
  const make = useMakeAppointment(clinic, onMade);
  const submit = (): void => {
    const body = patient === null ? null : newBody(patient.id, draft, clinic.timeZone);
    setFault(patient === null ? 'missingPatient' : body === null ? 'wrongTime' : null);
    if (body !== null) make.mutate(body);
  };
  const problem = fault === null ? (make.error === null ? null : words(make.error)) : t(`form.${fault}`);
  return (
    <SidePanel title={t('form.title')} onClose={onClose}>
      {patient === null ? (
        <div>
          <FindPerson clinicId={clinic.id} except="" onFound={({ id, name }) => setPatient({ id, name })} />
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/clinics/$clinicId/patients/new" params={{ clinicId: clinic.id }} />
            )}
          >
            {t('form.addPatient')}
          </Anchor>
        </div>
      ) : (
        <div className={classes.who}>
          <p className={classes.name}>{patient.name}</p>
          <Button size="compact-sm" variant="subtle" onClick={() => setPatient(null)}>
            {t('form.another')}
          </Button>
        </div>
      )}
      <form
        noValidate
        className={classes.body}
        style={{ padding: 0 }}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <AppointmentFields
          draft={draft}
          {...choices}
          onChange={(part) => {
            setFault(null);
            setDraft({ ...draft, ...part });
          }}
        />
        {problem !== null && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        <Button type="submit" loading={make.isPending}>
          {patient === null ? t('form.make') : t('form.makeFor', { name: patient.name })}
        </Button>
      </form>
    </SidePanel>
  );
};
