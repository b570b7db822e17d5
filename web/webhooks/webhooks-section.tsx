import { Anchor, Button } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import section from '../ui/section.module.css';
import { AddWebhook } from './add-webhook.tsx';
import { WebhookRow } from './webhook-row.tsx';
import classes from './webhooks.module.css';
import { webhooksQuery } from './webhooks.query.ts';

/** Where other systems hear of what happens here. */
export const WebhooksSection = () => {
  const { t } = useTranslation('webhooks');
  const { clinic } = useCurrentClinic();
  const { data: webhooks, ...state } = useQuery(webhooksQuery(clinic.id));
  const [adding, setAdding] = useState(false);
  const add = (
    <Button size="xs" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  const empty = webhooks?.length === 0;
  return (
    <Panel title={t('title')} count={webhooks?.length} actions={!adding && !empty && add}>
      <div className={classes.lead}>
        <p className={section.text}>
          {t('text')}{' '}
          <Anchor href="/api/docs" target="_blank" inherit underline="always">
            {t('docs')}
          </Anchor>
        </p>
      </div>
      {adding && <AddWebhook onClose={() => setAdding(false)} />}
      {state.isError && webhooks === undefined && (
        <ProblemNotice error={state.error} onRetry={() => void state.refetch()} />
      )}
      {state.isPending && <RowsSkeleton rows={3} />}
      {empty && !adding && (
        <EmptyState icon={<IconWebhook />} title={t('none')} action={add}>
          {t('noneText')}
        </EmptyState>
      )}
      <ul className={section.rows}>
        {webhooks?.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} />
        ))}
      </ul>
    </Panel>
  );
};
