import { IconAlertTriangle, IconCheck, IconPlugConnectedX, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WebhookView } from '../../src/webhooks/rules/webhook-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import section from '../ui/section.module.css';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './webhooks.module.css';

/** Whether it works, and what it hears of. */
export const WebhookStatus = ({ webhook }: { webhook: WebhookView }) => {
  const { t } = useTranslation('webhooks');
  const { kinds } = webhook;
  return (
    <>
      <div className={section.facts}>
        <Working webhook={webhook} />
        <span>
          {kinds.length === 0
            ? t('everything')
            : kinds.length > 3
              ? t('events', { count: kinds.length })
              : kinds.map((kind) => t(`kinds.${kind}`)).join(' · ')}
        </span>
      </div>
      {webhook.disabledAt !== null && <p className={classes.gone}>{t('goneText')}</p>}
    </>
  );
};

const Working = ({ webhook: { enabled, failingSince, disabledAt } }: { webhook: WebhookView }) => {
  const { t } = useTranslation('webhooks');
  const { clinic } = useCurrentClinic();
  const moment = (at: string) => <MomentText at={at} timeZone={clinic.timeZone} words="within" />;
  if (disabledAt !== null)
    return (
      <>
        <StatusLabel tone="red" icon={<IconPlugConnectedX />}>
          {t('status.gone')}
        </StatusLabel>
        {moment(disabledAt)}
      </>
    );
  if (!enabled)
    return (
      <StatusLabel tone="grey" icon={<IconPlayerPause />}>
        {t('status.off')}
      </StatusLabel>
    );
  if (failingSince !== null)
    return (
      <>
        <StatusLabel tone="amber" icon={<IconAlertTriangle />}>
          {t('status.failing')}
        </StatusLabel>
        {moment(failingSince)}
      </>
    );
  return (
    <StatusLabel tone="green" icon={<IconCheck />}>
      {t('status.on')}
    </StatusLabel>
  );
};
