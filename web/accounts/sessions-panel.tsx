import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile, IconPoint, IconTerminal2 } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../src/accounts/rules/access-views.ts';
import { request } from '../platform/request.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import section from '../ui/section.module.css';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './access.module.css';
import { accountPath, sessionsQuery } from './account.query.ts';
import { useCurrentClinic } from './current-clinic.tsx';
import { deviceOf } from './device-name.ts';

/** Ends one session, or all but this one with null. */
const useEndSessions = () => {
  const queries = useQueryClient();
  const words = useProblemWords();
  return useMutation({
    mutationFn: (id: string | null) =>
      request(accountPath(id === null ? '/sessions' : `/sessions/${id}`), { method: 'DELETE' }),
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
};

/** Where this account is signed in, and the way to end what is not one's own. */
export const SessionsPanel = () => {
  const { t } = useTranslation('access');
  const sessions = useQuery(sessionsQuery);
  const end = useEndSessions();
  const others = sessions.data?.some(({ current }) => !current) === true;
  return (
    <Panel
      title={t('sessions.title')}
      actions={
        others && (
          <Button
            size="xs"
            variant="default"
            onClick={() => end.mutate(null, { onSuccess: () => confirmDone(t('sessions.othersEnded')) })}
          >
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      <p className={classes.lead}>{t('sessions.text')}</p>
      {sessions.isError && <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.isPending && <RowsSkeleton rows={2} />}
      <ul className={section.rows}>
        {sessions.data?.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            ending={end.isPending && end.variables === session.id}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
      </ul>
    </Panel>
  );
};

interface SessionRowProps {
  session: SessionView;
  ending: boolean;
  onEnd: () => void;
}

const handheld = new Set(['iPhone', 'iPad', 'Android']);

const SessionRow = ({ session, ending, onEnd }: SessionRowProps) => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const device = deviceOf(session.device);
  const Icon =
    device === null ? IconTerminal2 : handheld.has(device.system) ? IconDeviceMobile : IconDeviceDesktop;
  const name = device === null ? t('sessions.program') : t('sessions.on', { ...device });
  return (
    <li className={classes.row}>
      <div className={section.who}>
        <div className={section.facts}>
          <Icon size={18} aria-hidden />
          <span className={classes.name} title={session.device ?? undefined}>
            {name}
          </span>
          {session.current && (
            <StatusLabel tone="green" icon={<IconPoint />}>
              {t('sessions.current')}
            </StatusLabel>
          )}
        </div>
        <div className={section.small}>
          {t('sessions.lastUsed')} <MomentText at={session.lastUsedAt} timeZone={clinic.timeZone} /> ·{' '}
          {t('sessions.since')}{' '}
          <MomentText at={session.startedAt} timeZone={clinic.timeZone} words="calendar" />
        </div>
      </div>
      {!session.current && (
        <Button
          size="xs"
          variant="default"
          loading={ending}
          aria-label={t('sessions.endOf', { device: name })}
          onClick={onEnd}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
};
