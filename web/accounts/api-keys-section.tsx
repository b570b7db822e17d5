import { ActionIcon, Anchor, Button } from '@mantine/core';
import { IconClockX, IconPlugConnected, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKeyView } from '../../src/accounts/rules/access-views.ts';
import { useOnTick } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import section from '../ui/section.module.css';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './access.module.css';
import { apiKeysQuery, revokeKey } from './api-keys.query.ts';
import { AskInPlace } from './ask-in-place.tsx';
import { useCurrentClinic } from './current-clinic.tsx';
import { NewKeyForm } from './new-key-form.tsx';
import { useScopeWords } from './scope-words.ts';

/** Keys with which programs use the API. */
export const ApiKeysSection = () => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const keys = useQuery(apiKeysQuery(clinic.id));
  const [making, setMaking] = useState(false);
  const make = (
    <Button size="xs" onClick={() => setMaking(true)}>
      {t('keys.make')}
    </Button>
  );
  const empty = keys.data?.length === 0;
  return (
    <Panel title={t('keys.title')} count={keys.data?.length} actions={!making && !empty && make}>
      <p className={classes.lead}>
        {t('keys.text')}{' '}
        <Anchor href="/api/docs" target="_blank" inherit underline="always">
          {t('keys.docs')}
        </Anchor>
      </p>
      <div className={classes.gap} />
      {making && <NewKeyForm onClose={() => setMaking(false)} />}
      {keys.isError && <ProblemNotice error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isPending && <RowsSkeleton rows={3} />}
      {empty && !making && (
        <EmptyState icon={<IconPlugConnected />} title={t('keys.none')} action={make}>
          {t('keys.noneText')}
        </EmptyState>
      )}
      <ul className={section.rows}>
        {keys.data?.map((key) => (
          <KeyRow key={key.id} apiKey={key} />
        ))}
      </ul>
    </Panel>
  );
};

const useRevoke = () => {
  const { clinic } = useCurrentClinic();
  const queries = useQueryClient();
  const words = useProblemWords();
  return useMutation({
    mutationFn: (id: string) => revokeKey(clinic.id, id),
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: apiKeysQuery(clinic.id).queryKey }),
  });
};

const KeyRow = ({ apiKey }: { apiKey: ApiKeyView }) => {
  const { t } = useTranslation('access');
  const [asked, setAsked] = useState(false);
  const revoke = useRevoke();
  const words = useScopeWords();
  const { id, name, scopes } = apiKey;
  return (
    <li className={classes.row}>
      <div className={section.who}>
        <span className={classes.name}>{name}</span>
        <div className={section.small}>{scopes.map(words).join(' · ')}</div>
        <Uses apiKey={apiKey} />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('keys.revoke', { name })}
        title={t('keys.revoke', { name })}
        onClick={() => setAsked(true)}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      {asked && (
        <AskInPlace
          question={t('keys.revokeQuestion', { name })}
          text={t('keys.revokeText')}
          action={t('keys.revokeNow')}
          onCancel={() => setAsked(false)}
          onConfirm={() => {
            setAsked(false);
            revoke.mutate(id, { onSuccess: () => confirmDone(t('keys.revoked', { name })) });
          }}
        />
      )}
    </li>
  );
};

const Uses = ({ apiKey: { hint, createdBy, lastUsedAt, expiresAt } }: { apiKey: ApiKeyView }) => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const over = useOnTick((second) => expiresAt !== null && Date.parse(expiresAt) < second * 1000);
  const moment = (at: string) => <MomentText at={at} timeZone={clinic.timeZone} words="calendar" />;
  return (
    <div className={section.small}>
      {t('keys.ends', { hint })} · {t('keys.by', { name: createdBy })} ·{' '}
      {lastUsedAt === null ? t('keys.unused') : t('keys.used')} {lastUsedAt !== null && moment(lastUsedAt)}
      {expiresAt !== null && !over && (
        <>
          {' '}
          · {t('keys.until')} {moment(expiresAt)}
        </>
      )}{' '}
      {over && (
        <StatusLabel tone="amber" icon={<IconClockX />}>
          {t('keys.over')}
        </StatusLabel>
      )}
    </div>
  );
};
