import { Button } from '@mantine/core';
import { IconDeviceMobileMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { Panel } from '../ui/panel.tsx';
import { pageLinksQuery } from './messages.query.ts';
import classes from './page-links-panel.module.css';
import { usePageLinkCommands } from './use-page-link-commands.ts';

interface PageLinksPanelProps {
  patient: { id: string };
  clinic: MyClinic;
}

/** A patient's own page: whether a link to it works, a new one, and the end of all of them. */
export const PageLinksPanel = ({ patient, clinic }: PageLinksPanelProps) => {
  const { t } = useTranslation('messages');
  const { data } = useQuery(pageLinksQuery(clinic.id, patient.id));
  const commands = usePageLinkCommands(clinic.id, patient.id);
  const [asking, setAsking] = useState(false);
  if (data === undefined) return null;
  const end = (): void => {
    setAsking(false);
    commands.end();
  };
  return (
    <Panel title={t('page.title')}>
      <div className={classes.content}>
        <p className={classes.what}>
          {data.open === 0 || data.until === null ? (
            t('page.none')
          ) : (
            <>
              {t('page.open', { count: data.open })}{' '}
              <MomentText at={data.until} timeZone={clinic.timeZone} words="within" />.{' '}
              {t(data.used ? 'page.used' : 'page.unused')}
            </>
          )}
        </p>
        {mayWrite(clinic.role) && !asking && (
          <div className={classes.actions}>
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconDeviceMobileMessage size={16} aria-hidden />}
              loading={commands.busy}
              onClick={() => commands.send('sms')}
            >
              {t('page.sendSms')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              loading={commands.busy}
              onClick={() => commands.send('email')}
            >
              {t('page.sendEmail')}
            </Button>
            {data.open > 0 && (
              <Button size="compact-md" variant="subtle" color="gray" onClick={() => setAsking(true)}>
                {t('page.end')}
              </Button>
            )}
          </div>
        )}
        {asking && (
          <div className={classes.actions} role="group" aria-label={t('page.endQuestion')}>
            {t('page.endQuestion')}
            <Button size="compact-md" variant="default" autoFocus onClick={() => setAsking(false)}>
              {t('page.keep')}
            </Button>
            <Button size="compact-md" onClick={end}>
              {t('page.endYes')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
};
