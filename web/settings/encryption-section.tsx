import { Alert } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel.tsx';
import { InstallationSection } from './installation-section.tsx';
import classes from './section-form.module.css';
import lines from './setting-lines.module.css';

/** Where the key is, what hangs on it, and that it has to be backed up. */
export const EncryptionSection = () => {
  const { t } = useTranslation('installation');
  return (
    <InstallationSection>
      {({ encryption: { source, file, fingerprint, sealed } }) => (
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
            {(['recordings', 'transcripts', 'settings'] as const).map((name) => (
              <div key={name}>
                <dt>{t(`encryption.sealed.${name}`)}</dt>
                <dd>{sealed[name]}</dd>
              </div>
            ))}
            <div>
              <dt>{t('encryption.rotation')}</dt>
              <dd>{t('encryption.noRotation')}</dd>
            </div>
          </dl>
        </Panel>
      )}
    </InstallationSection>
  );
};
