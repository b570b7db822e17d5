import { useTranslation } from 'react-i18next';
import type { WebhookView } from '../../src/webhooks/rules/webhook-views.ts';
import { confirmDone } from '../ui/notice.tsx';
import { hostOf } from './host-of.ts';
import { useWebhookCommand } from './use-webhook-command.ts';
import { WebhookForm, type WebhookDraft } from './webhook-form.tsx';
import classes from './webhooks.module.css';
import { changeWebhook } from './webhooks.query.ts';

interface ChangeWebhookProps {
  webhook: WebhookView;
  onClose: () => void;
}

/** Another address or other events; the secret stays. */
export const ChangeWebhook = ({ webhook, onClose }: ChangeWebhookProps) => {
  const { t } = useTranslation('webhooks');
  const change = useWebhookCommand((clinicId, given: WebhookDraft) =>
    changeWebhook(clinicId, webhook.id, given),
  );
  return (
    <div className={classes.changing}>
      <WebhookForm
        label={t('changeOf', { host: hostOf(webhook.url) })}
        action={t('form.save')}
        start={webhook}
        saving={change.isPending}
        onCancel={onClose}
        onSave={(given) =>
          change.mutate(given, {
            onSuccess: () => {
              confirmDone(t('form.saved'));
              onClose();
            },
          })
        }
      />
    </div>
  );
};
