import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import section from '../ui/section.module.css';
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
    <div className={classes.inset} role="status">
      <h3 className={section.heading}>{t('made.title')}</h3>
      <p className={section.text}>{t('made.text')}</p>
      <code className={section.secret}>{secret}</code>
      <div className={section.actions}>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              autoFocus
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {copied ? t('made.copied') : t('made.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {t('made.done')}
        </Button>
      </div>
    </div>
  );
};
