import { useTranslation } from 'react-i18next';
import { ShownOnce } from '../ui/shown-once.tsx';
import { useWebhookCommand } from './use-webhook-command.ts';
import { WebhookForm } from './webhook-form.tsx';
import classes from './webhooks.module.css';
import { addWebhook } from './webhooks.query.ts';

/** A new address; afterwards its secret, this once. */
export const AddWebhook = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('webhooks');
  const add = useWebhookCommand(addWebhook);
  if (add.data !== undefined) return <Secret secret={add.data.secret} onClose={onClose} />;
  return (
    <WebhookForm
      label={t('add')}
      action={t('form.create')}
      start={{ url: '', kinds: [] }}
      saving={add.isPending}
      onSave={(given) => add.mutate(given)}
      onCancel={onClose}
    />
  );
};

const Secret = ({ secret, onClose }: { secret: string; onClose: () => void }) => {
  const { t } = useTranslation('webhooks');
  return (
    <ShownOnce
      className={classes.inset}
      title={t('made.title')}
      text={t('made.text')}
      secret={secret}
      words={{ copy: t('made.copy'), copied: t('made.copied'), done: t('made.done') }}
      onClose={onClose}
    />
  );
};
