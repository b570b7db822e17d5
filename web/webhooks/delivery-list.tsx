import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookView } from '../../src/webhooks/rules/webhook-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import section from '../ui/section.module.css';
import { DeliveryRow } from './delivery-row.tsx';
import classes from './webhooks.module.css';
import { deliveriesQuery, type DeliveryFilter } from './webhooks.query.ts';

const filters: readonly DeliveryFilter[] = ['any', 'failed', 'pending', 'delivered'];

interface DeliveryListProps {
  webhook: WebhookView;
  onReplay: () => void;
}

/** What was sent there, the newest event first. */
export const DeliveryList = ({ webhook, onReplay }: DeliveryListProps) => {
  const { t } = useTranslation('webhooks');
  const { clinic } = useCurrentClinic();
  const [status, setStatus] = useState<DeliveryFilter>('any');
  const sent = useInfiniteQuery(deliveriesQuery(clinic.id, webhook.id, status));
  const deliveries = sent.data?.pages.flatMap((page) => page.deliveries);
  return (
    <>
      <div className={classes.bar}>
        <NativeSelect
          size="xs"
          aria-label={t('filter')}
          value={status}
          data={filters.map((value) => ({ value, label: t(`filters.${value}`) }))}
          onChange={(event) => setStatus(filters.find((each) => each === event.currentTarget.value) ?? 'any')}
        />
        {webhook.enabled && (
          <Button size="xs" variant="default" onClick={onReplay}>
            {t('replay.open')}
          </Button>
        )}
      </div>
      {sent.isError && deliveries === undefined && (
        <ProblemNotice error={sent.error} onRetry={() => void sent.refetch()} />
      )}
      {sent.isPending && <RowsSkeleton rows={3} />}
      {deliveries?.length === 0 && (
        <p className={section.text}>{t(status === 'any' ? 'noneSent' : 'noneFits')}</p>
      )}
      <ul className={section.rows}>
        {deliveries?.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} webhook={webhook} />
        ))}
      </ul>
      <MoreRows
        hasMore={sent.hasNextPage}
        loading={sent.isFetchingNextPage}
        onMore={() => void sent.fetchNextPage()}
      />
    </>
  );
};
