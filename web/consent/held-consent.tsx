import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../src/consent/rules/consent-views.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import classes from './consent-panel.module.css';
import { ConsentStatus } from './standing-label.tsx';
import { useContactWords, useMomentWords } from './contact-words.ts';
import { useConsentCommands } from './use-consent-commands.ts';

/** One consent of a person: to what, how and when, where the proof is; it can be withdrawn here. */
export const HeldConsent = ({ consent, clinic }: { consent: ConsentView; clinic: MyClinic }) => {
  const { t } = useTranslation('consent');
  const words = useContactWords();
  const { day } = useMomentWords(clinic.timeZone);
  const commands = useConsentCommands(clinic.id);
  const name = `${words.purpose(consent.purpose)} · ${words.channel(consent.channel)}`;
  const details = [
    t('records.given', { date: day(consent.obtainedAt) }),
    t(`methods.${consent.method}`),
    consent.proof ?? t('records.noProof'),
    consent.recordedBy === null ? null : t('records.recordedBy', { name: consent.recordedBy }),
  ].filter((part) => part !== null);
  return (
    <li className={classes.held}>
      <div className={classes.what}>
        <span className={classes.name}>{name}</span>
        <span className={classes.detail}>{details.join(' · ')}</span>
      </div>
      <ConsentStatus withdrawnAt={consent.withdrawnAt} />
      {consent.withdrawnAt === null && mayWrite(clinic.role) && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={commands.saving}
          aria-label={t('person.withdrawNamed', { name })}
          onClick={() => commands.withdraw(consent.id)}
        >
          {t('person.withdraw')}
        </Button>
      )}
    </li>
  );
};
