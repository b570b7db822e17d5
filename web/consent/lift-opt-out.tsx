import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptOutView } from '../../src/consent/rules/opt-out-view.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import classes from './consent-panel.module.css';
import { useConsentCommands } from './use-consent-commands.ts';

interface LiftOptOutProps {
  optOut: OptOutView;
  name: string;
  clinic: MyClinic;
}

/** A no is taken back only because the person said so: the question stands in between. */
export const LiftOptOut = ({ optOut, name, clinic }: LiftOptOutProps) => {
  const { t } = useTranslation('consent');
  const [asking, setAsking] = useState(false);
  const commands = useConsentCommands(clinic.id);
  const close = (): void => setAsking(false);
  if (optOut.liftedAt !== null || !mayWrite(clinic.role)) return null;
  if (!asking)
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-label={t('optOuts.liftNamed', { name })}
        onClick={() => setAsking(true)}
      >
        {t('optOuts.lift')}
      </Button>
    );
  return (
    <div className={classes.question} role="group" aria-label={t('optOuts.liftQuestion')}>
      {t('optOuts.liftQuestion')}
      <Button size="compact-xs" variant="default" autoFocus onClick={close}>
        {t('optOuts.liftNo')}
      </Button>
      <Button size="compact-xs" loading={commands.saving} onClick={() => commands.lift(optOut.id, close)}>
        {t('optOuts.liftYes')}
      </Button>
    </div>
  );
};
