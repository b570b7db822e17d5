import { Button } from '@mantine/core';
import { IconBan, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientConsent } from '../../src/consent/rules/patient-consent-view.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import classes from './consent-panel.module.css';
import { patientConsentQuery } from './consent.query.ts';
import { ContactHistory } from './contact-history.tsx';
import { DeclineForm } from './decline-form.tsx';
import { GiveConsent } from './give-consent.tsx';
import { HeldConsent } from './held-consent.tsx';
import { HeldOptOut } from './held-opt-out.tsx';
import { Reach } from './reach.tsx';

interface ConsentPanelProps {
  patient: { id: string; name: string };
  clinic: MyClinic;
}

/** On a person's page: what may reach them now, what they agreed to and declined, and why each contact went or stayed. */
export const ConsentPanel = ({ patient, clinic }: ConsentPanelProps) => {
  const { t } = useTranslation('consent');
  const { data, error, isPending, refetch } = useQuery(patientConsentQuery(clinic.id, patient.id));
  return (
    <Panel title={t('person.title')}>
      {error !== null && data === undefined && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <RowsSkeleton rows={5} />}
      {data !== undefined && <Content consent={data} patient={patient} clinic={clinic} />}
    </Panel>
  );
};

const Content = ({ consent, patient, clinic }: ConsentPanelProps & { consent: PatientConsent }) => {
  const { t } = useTranslation('consent');
  const [form, setForm] = useState<'give' | 'decline' | null>(null);
  const close = (): void => setForm(null);
  const optOuts = consent.optOuts.filter(({ liftedAt }) => liftedAt === null);
  return (
    <div className={classes.content}>
      <Reach consent={consent} name={patient.name} timeZone={clinic.timeZone} />
      <h3 className={classes.part}>{t('person.consents')}</h3>
      {consent.consents.length === 0 && <p className={classes.none}>{t('person.noConsents')}</p>}
      <ul className={classes.list}>
        {consent.consents.map((one) => (
          <HeldConsent key={one.id} consent={one} clinic={clinic} />
        ))}
      </ul>
      {optOuts.length > 0 && (
        <>
          <h3 className={classes.part}>{t('person.optOuts')}</h3>
          <ul className={classes.list}>
            {optOuts.map((one) => (
              <HeldOptOut key={one.id} optOut={one} clinic={clinic} patientId={patient.id} />
            ))}
          </ul>
        </>
      )}
      {mayWrite(clinic.role) && form === null && (
        <div className={classes.actions}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setForm('give')}
          >
            {t('person.record')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconBan size={14} aria-hidden />}
            onClick={() => setForm('decline')}
          >
            {t('person.decline')}
          </Button>
        </div>
      )}
      {form === 'give' && <GiveConsent patientId={patient.id} clinic={clinic} onClose={close} />}
      {form === 'decline' && <DeclineForm patientId={patient.id} clinic={clinic} onClose={close} />}
      <ContactHistory patientId={patient.id} clinic={clinic} />
    </div>
  );
};
