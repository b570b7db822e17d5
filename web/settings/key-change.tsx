import { Alert, Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconHourglass, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeyView } from '../../src/encryption/rules/key-view.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useKeyDeed } from './encryption.query.ts';
import classes from './section-form.module.css';

/** How the key is changed, or how far that has come. */
export const KeyChange = ({ view }: { view: KeyView }) => {
  const { t } = useTranslation('installation');
  return (
    <Panel title={t('encryption.change.title')}>
      <div className={classes.form}>
        <p className={classes.text}>{t('encryption.change.text')}</p>
        <KeyChangeState view={view} />
        {view.unopened > 0 && view.resealing === null && (
          <Alert
            color="yellow"
            variant="light"
            icon={<IconAlertTriangle />}
            title={t('encryption.change.unopened', { count: view.unopened })}
          >
            {t('encryption.change.unopenedText')}
          </Alert>
        )}
      </div>
    </Panel>
  );
};

const KeyChangeState = ({ view: { source, waiting, resealing } }: { view: KeyView }) => {
  if (resealing !== null) return <Resealing {...resealing} />;
  if (waiting !== null) return <Waiting waiting={waiting} source={source} />;
  return source === 'file' ? <BeginChange /> : <ChangeByEnvironment />;
};

const BeginChange = () => {
  const { t } = useTranslation('installation');
  const change = useKeyDeed('change');
  return (
    <>
      <p className={classes.text}>{t('encryption.change.copy')}</p>
      {change.isError && <ProblemNotice error={change.error} />}
      <div>
        <Button
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={change.isPending}
          onClick={() => change.mutate()}
        >
          {t('encryption.change.begin')}
        </Button>
      </div>
    </>
  );
};

const ChangeByEnvironment = () => {
  const { t } = useTranslation('installation');
  return (
    <ol className={classes.steps}>
      <li>
        {t('encryption.change.make')} <code>openssl rand -base64 32</code>
      </li>
      <li>{t('encryption.change.set')}</li>
      <li>{t('encryption.change.itself')}</li>
    </ol>
  );
};

const Waiting = ({
  waiting,
  source,
}: {
  waiting: NonNullable<KeyView['waiting']>;
  source: KeyView['source'];
}) => {
  const { t } = useTranslation('installation');
  const { ready, processes, fingerprint } = waiting;
  return (
    <Alert
      color="blue"
      variant="light"
      icon={<IconHourglass />}
      role="status"
      title={t('encryption.change.waiting', { ready, processes })}
    >
      {t(source === 'file' ? 'encryption.change.waitingFile' : 'encryption.change.waitingEnvironment', {
        fingerprint,
      })}
    </Alert>
  );
};

const Resealing = ({ total, done }: NonNullable<KeyView['resealing']>) => {
  const { t } = useTranslation('installation');
  const percent = total === null || total === 0 ? 0 : Math.min(100, (done / total) * 100);
  return (
    <>
      <Progress value={percent} aria-label={t('encryption.change.title')} size="lg" />
      <p role="status" className={classes.progress}>
        {total === null
          ? t('encryption.change.counting')
          : t('encryption.change.resealing', { done: Math.min(done, total), total })}
      </p>
    </>
  );
};
