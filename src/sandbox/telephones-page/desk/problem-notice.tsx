import { Notification } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../app/store.ts';
import { RefusedRequest } from '../wire/request.ts';
import { useDesk } from './desk-context.ts';
import classes from './problem-notice.module.css';

const SHOWN_FOR_MS = 8000;

/** What went wrong last, in words, for a while. */
export function ProblemNotice() {
  const { t } = useTranslation('telephones');
  const { problem } = useDesk();
  const current = useStore(problem, (state) => state);
  useEffect(() => {
    if (current === null) return undefined;
    const timer = setTimeout(() => problem.dispatch(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [current, problem]);
  return (
    <div className={classes.place}>
      {current !== null && (
        <Notification
          color="red"
          withBorder
          classNames={{ description: classes.words ?? '' }}
          icon={<IconAlertTriangle size={18} aria-hidden />}
          closeButtonProps={{ 'aria-label': t('close') }}
          title={t('problem.title')}
          onClose={() => problem.dispatch(null)}
        >
          {problemWords(current, t)}
        </Notification>
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation<'telephones'>>['t'];

function problemWords(problem: unknown, t: Translate): string {
  if (!(problem instanceof RefusedRequest)) return t('problem.unknown');
  if (problem.status === 0) return t('problem.unreachable');
  // The sandbox explains itself in English only: it speaks to whoever tries the system out.
  return problem.message === '' ? t('problem.unknown') : problem.message;
}
