import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import { mayWrite } from '../accounts/may.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import type { MyClinic } from '../accounts/me.query.ts';
import { CarePanel } from '../care/care-panel.tsx';
import { ConsentPanel } from '../consent/consent-panel.tsx';
import { PageLinksPanel } from '../messages/page-links-panel.tsx';
import { PatientTasks } from '../tasks/patient-tasks.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { PatientPlans } from '../workflows/patient-plans.tsx';
import { AddNote } from './add-note.tsx';
import { ArchivedNotice } from './archived-notice.tsx';
import { FamilyPanel } from './family-panel.tsx';
import { MergedNotice } from './merged-notice.tsx';
import { PatientFacts } from './patient-facts.tsx';
import { PatientHead } from './patient-head.tsx';
import classes from './patient-page.module.css';
import { patientQuery } from './patients.query.ts';
import { PinnedNotes } from './pinned-notes.tsx';
import { Timeline } from './timeline.tsx';

const EditPatient = lazy(async () => ({ default: (await import('./edit-patient.tsx')).EditPatient }));

const route = getRouteApi('/signed-in/clinics/$clinicId/patients/$patientId');

/** A person as a story: what happened in the middle, who they are beside it. */
export const PatientPage = () => {
  const { t } = useTranslation('patients');
  const { clinic } = useCurrentClinic();
  const { patientId } = route.useParams();
  const { data: patient, error, isPending, refetch } = useQuery(patientQuery(clinic.id, patientId));
  return (
    <>
      <Anchor
        className={classes.back}
        renderRoot={(props) => (
          <Link {...props} to="/clinics/$clinicId/patients" params={{ clinicId: clinic.id }} />
        )}
      >
        <IconArrowLeft size={16} aria-hidden /> {t('person.back')}
      </Anchor>
      {error !== null && patient === undefined && (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      )}
      {isPending && <RowsSkeleton rows={8} />}
      {patient !== undefined && patient.id !== patientId && (
        // A link to a duplicate that has become this person: the address says who it is now.
        <Navigate
          to="/clinics/$clinicId/patients/$patientId"
          params={{ clinicId: clinic.id, patientId: patient.id }}
          replace
        />
      )}
      {patient?.id === patientId && <Person key={patient.id} patient={patient} clinic={clinic} />}
    </>
  );
};

const Person = ({ patient, clinic }: { patient: PatientView; clinic: MyClinic }) => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [editing, setEditing] = useState(false);
  const mayChange = mayWrite(clinic.role);
  return (
    <>
      <PatientHead patient={patient} clinic={clinic} mayChange={mayChange} onEdit={() => setEditing(true)} />
      <ArchivedNotice patient={patient} clinicId={clinic.id} mayChange={mayChange} />
      <MergedNotice patient={patient} clinic={clinic} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <PinnedNotes patient={patient} clinic={clinic} />
          {mayChange && <AddNote clinicId={clinic.id} patientId={patient.id} />}
          <Timeline
            patient={patient}
            clinic={clinic}
            show={search.show}
            onShow={(show) => void navigate({ search: show === undefined ? {} : { show }, replace: true })}
          />
        </div>
        <aside className={classes.side}>
          <PatientFacts patient={patient} clinic={clinic} />
          <PatientTasks patient={patient} clinic={clinic} />
          <CarePanel patient={patient} clinic={clinic} />
          <PatientPlans patientId={patient.id} clinic={clinic} />
          <FamilyPanel patient={patient} clinic={clinic} mayChange={mayChange} />
          <PageLinksPanel patient={patient} clinic={clinic} />
          <ConsentPanel patient={patient} clinic={clinic} />
        </aside>
      </div>
      {mayChange && (
        <Suspense>
          <EditPatient patient={patient} clinic={clinic} opened={editing} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
};
