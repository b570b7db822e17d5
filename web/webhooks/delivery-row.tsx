import { Button } from '@mantine/core';
import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryView, WebhookView } from '../../src/webhooks/rules/webhook-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import { confirmDone } from '../ui/notice.tsx';
import section from '../ui/section.module.css';
import { StatusLabel } from '../ui/status-label.tsx';
import { useWebhookCommand } from './use-webhook-command.ts';
import classes from './webhooks.module.css';
import { replayOne } from './webhooks.query.ts';

interface DeliveryRowProps {
  delivery: DeliveryView;
  webhook: WebhookView;
}

/** One event, what became of it, and what the receiver said. */
export const DeliveryRow = ({ delivery, webhook }: DeliveryRowProps) => {
  const { t } = useTranslation('webhooks');
  const { clinic } = useCurrentClinic();
  const replay = useWebhookCommand((clinicId, deliveryId: string) =>
    replayOne(clinicId, webhook.id, deliveryId),
  );
  const event = t(`kinds.${delivery.kind}`);
  const { lastResponse, lastFailure, lastStatus, attempts } = delivery;
  const said = [
    ...(lastStatus === null ? [] : [t('answered', { status: lastStatus })]),
    ...(lastFailure === null ? [] : [t(`failures.${lastFailure}`)]),
    ...(attempts > 1 ? [t('attempts', { count: attempts })] : []),
  ];
  return (
    <li className={classes.delivery}>
      <div className={section.who}>
        <span className={classes.event}>{event}</span>{' '}
        <span className={section.small}>
          <MomentText at={delivery.occurredAt} timeZone={clinic.timeZone} words="calendar" />
        </span>
        <div className={section.facts}>
          <State delivery={delivery} />
          <span>{said.join(' · ')}</span>
        </div>
        {lastResponse !== null && (
          <details>
            <summary className={section.small}>{t('response')}</summary>
            <pre className={classes.response}>{lastResponse}</pre>
          </details>
        )}
      </div>
      {webhook.enabled && delivery.status !== 'pending' && (
        <Button
          size="xs"
          variant="default"
          loading={replay.isPending}
          aria-label={t('againOf', { event })}
          onClick={() => replay.mutate(delivery.id, { onSuccess: () => confirmDone(t('againDone')) })}
        >
          {t('again')}
        </Button>
      )}
    </li>
  );
};

const State = ({ delivery: { status, nextAttemptAt } }: { delivery: DeliveryView }) => {
  const { t } = useTranslation('webhooks');
  const { clinic } = useCurrentClinic();
  if (status === 'delivered')
    return (
      <StatusLabel tone="green" icon={<IconCheck />}>
        {t('delivered')}
      </StatusLabel>
    );
  if (status === 'failed')
    return (
      <StatusLabel tone="red" icon={<IconX />}>
        {t('failed')}
      </StatusLabel>
    );
  return (
    <>
      <StatusLabel tone="amber" icon={<IconClock />}>
        {t(nextAttemptAt === null ? 'pending' : 'trying')}
      </StatusLabel>
      {nextAttemptAt !== null && (
        <MomentText at={nextAttemptAt} timeZone={clinic.timeZone} words="calendar" />
      )}
    </>
  );
};
