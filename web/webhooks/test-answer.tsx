import { Alert } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TestResult } from '../../src/webhooks/rules/webhook-views.ts';
import section from '../ui/section.module.css';
import classes from './webhooks.module.css';

/** What came back from a test. */
export const TestAnswer = ({ result }: { result: TestResult | undefined }) => {
  const { t } = useTranslation('webhooks');
  if (result === undefined) return null;
  const { lastStatus: status, lastResponse, lastFailure, milliseconds } = result;
  const taken = status !== null && status >= 200 && status < 300;
  const words =
    status === null
      ? t('tested.silent', { why: t(`failures.${lastFailure ?? 'unreachable'}`) })
      : t(taken ? 'tested.taken' : 'tested.refused', { status, milliseconds });
  return (
    <Alert
      role="status"
      className={section.wide}
      variant="light"
      color={taken ? 'green' : 'red'}
      icon={taken ? <IconCheck aria-hidden /> : <IconX aria-hidden />}
      title={words}
    >
      {lastResponse !== null && (
        <>
          {t('tested.said')}
          <pre className={classes.response}>{lastResponse}</pre>
        </>
      )}
    </Alert>
  );
};
