import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from './problem-words.ts';

interface ProblemNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** What happened and what to do, in the place where the content would be. */
export const ProblemNotice = ({ error, onRetry }: ProblemNoticeProps) => {
  const { t } = useTranslation('ui');
  const words = useProblemWords();
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle />} title={words(error)}>
      {onRetry !== undefined && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      )}
    </Alert>
  );
};
