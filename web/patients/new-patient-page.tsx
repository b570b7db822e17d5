import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi, Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewPatient } from '../../src/patients/rules/patient-draft.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { Problem } from '../platform/problem.ts';
import { plainDate } from '../ui/moment.ts';
import { confirmDone } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { changeBody, emptyDraft, type PatientDraft } from './draft.ts';
import { faultsOf, readFaults, type Faults } from './draft-faults.ts';
import { FormBar } from './form-bar.tsx';
import type { NewPatientSearch } from './new-patient-search.ts';
import { PatientForm } from './patient-form.tsx';
import classes from './patient-form.module.css';
import { findPatientsQuery } from './patients.query.ts';
import { useAddPatient } from './use-save-patient.ts';
import { useToday } from './use-today.ts';

const route = getRouteApi('/signed-in/clinics/$clinicId/patients/new');

/** What was searched or has called is in the form already. "Laura Bennett" is a given and a family name. */
const beginWith = ({ name = '', number }: NewPatientSearch): PatientDraft => {
  const words = name.trim().split(/\s+/);
  const line = {
    number: number ?? '',
    kind: 'mobile',
    preferred: true,
    takesSms: true,
    unreachable: false,
  } as const;
  return {
    ...emptyDraft,
    givenName: words.slice(0, -1).join(' '),
    familyName: words.at(-1) ?? '',
    phoneNumbers: [line],
  };
};

export const NewPatientPage = () => {
  const { t } = useTranslation('patients');
  const { clinic } = useCurrentClinic();
  const navigate = route.useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const search = route.useSearch();
  const today = useToday(clinic);
  const add = useAddPatient(clinic.id);
  const [draft, setDraft] = useState(() => beginWith(search));
  const [faults, setFaults] = useState<Faults>({});
  const name = `${draft.givenName} ${draft.familyName}`.trim();
  const submit = (): void => {
    const found = faultsOf(draft, today);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    // Whatever else is empty, a name is there: the faults have been looked for.
    add.mutate(changeBody(emptyDraft, draft) as NewPatient, {
      onSuccess: (patient) => {
        confirmDone(t('form.created', { name: patient.name }));
        void navigate({
          to: '/clinics/$clinicId/patients/$patientId',
          params: { clinicId: clinic.id, patientId: patient.id },
          replace: true,
        });
      },
      onError: (error) => setFaults(error instanceof Problem ? readFaults(draft, error.detail) : {}),
    });
  };
  return (
    <>
      <PageHead title={t('form.newTitle')} />
      <form
        noValidate
        className={classes.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <PerhapsKnown clinicId={clinic.id} draft={draft} />
        <PatientForm
          draft={draft}
          clinic={clinic}
          faults={faults}
          currency={null}
          onChange={(part) => {
            setFaults({});
            add.reset();
            setDraft({ ...draft, ...part });
          }}
        />
        <FormBar
          action={name === '' ? t('form.createNobody') : t('form.create', { name })}
          saving={add.isPending}
          faults={faults}
          error={add.error}
          leaving={false}
          onStay={() => undefined}
          onLeave={() =>
            canGoBack
              ? router.history.back()
              : void navigate({ to: '/clinics/$clinicId/patients', params: { clinicId: clinic.id } })
          }
        />
      </form>
    </>
  );
};

/** Whoever has this number or this very name: cheaper to see now than to merge later. */
const PerhapsKnown = ({ clinicId, draft }: { clinicId: string; draft: PatientDraft }) => {
  const { t, i18n } = useTranslation('patients');
  const { givenName, familyName, phoneNumbers } = draft;
  const name = givenName.trim() === '' || familyName.trim() === '' ? '' : `${givenName} ${familyName}`;
  const number = phoneNumbers.find((line) => line.number.startsWith('+'))?.number ?? '';
  const [asked] = useDebouncedValue(name === '' ? number : name.trim(), 300);
  const { data } = useQuery(findPatientsQuery(clinicId, asked));
  if (asked === '' || data === undefined || data.length === 0) return null;
  return (
    <div className={classes.known} role="status">
      {t('form.perhapsKnown')}
      <ul>
        {data.slice(0, 3).map((person) => (
          <li key={person.id}>
            <Link to="/clinics/$clinicId/patients/$patientId" params={{ clinicId, patientId: person.id }}>
              {person.name}
            </Link>
            {person.birthDate !== null &&
              `, ${t('person.born', { date: plainDate(person.birthDate, i18n.language) })}`}
          </li>
        ))}
      </ul>
    </div>
  );
};
