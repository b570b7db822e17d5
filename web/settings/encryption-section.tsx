import { Alert } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeyView } from '../../src/encryption/rules/key-view.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import { Panel } from '../ui/panel.tsx';
import { keyQuery } from './encryption.query.ts';
import { FormerKeys } from './former-keys.tsx';
import { AdministratorSection } from './installation-section.tsx';
import { KeyChange } from './key-change.tsx';
import classes from './section-form.module.css';
import lines from './setting-lines.module.css';

/** Where the key is, what hangs on it, that it has to be backed up, and how it is changed. */
export const EncryptionSection = () => (
  <AdministratorSection query={keyQuery}>
    {(view) => (
      <div className={classes.sections}>
        <KeyFacts view={view} />
        <KeyChange view={view} />
        {view.former.length > 0 && view.resealing === null && view.waiting === null && (
          <FormerKeys view={view} />
        )}
      </div>
    )}
  </AdministratorSection>
);

const KeyFacts = ({ view: { source, file, fingerprint, since, sealed } }: { view: KeyView }) => {
  const { t } = useTranslation('installation');
  const { clinic } = useCurrentClinic();
  return (
    <Panel title={t('encryption.title')}>
      <div className={classes.form}>
        <p className={classes.text}>{t('encryption.text')}</p>
        <Alert color="yellow" variant="light" icon={<IconKey />} title={t('encryption.backup')}>
          {source === 'file'
            ? t('encryption.backupFile', { file: file ?? '' })
            : t('encryption.backupEnvironment')}
        </Alert>
      </div>
      <dl className={lines.lines}>
        <div>
          <dt>{t('encryption.source')}</dt>
          <dd>{source === 'file' ? file : t('encryption.environment')}</dd>
        </div>
        <div>
          <dt>{t('encryption.fingerprint')}</dt>
          <dd>
            <code>{fingerprint}</code>
          </dd>
        </div>
        <div>
          <dt>{t('encryption.since')}</dt>
          <dd>
            <MomentText at={since} timeZone={clinic.timeZone} words="calendar" />
          </dd>
        </div>
        {(['recordings', 'transcripts', 'settings'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`encryption.sealed.${name}`)}</dt>
            <dd>{sealed[name]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};
