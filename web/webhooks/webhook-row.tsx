import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookView } from '../../src/webhooks/rules/webhook-views.ts';
import { AskInPlace } from '../accounts/ask-in-place.tsx';
import { confirmDone } from '../ui/notice.tsx';
import section from '../ui/section.module.css';
import { ChangeWebhook } from './change-webhook.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { hostOf } from './host-of.ts';
import { ReplayForm } from './replay-form.tsx';
import { TestAnswer } from './test-answer.tsx';
import { useWebhookCommand } from './use-webhook-command.ts';
import { WebhookStatus } from './webhook-status.tsx';
import classes from './webhooks.module.css';
import { changeWebhook, removeWebhook, testWebhook } from './webhooks.query.ts';

type Opened = 'nothing' | 'change' | 'remove' | 'replay';

/** One address with what can be done about it; opened, what was sent there. */
export const WebhookRow = ({ webhook }: { webhook: WebhookView }) => {
  const { t } = useTranslation('webhooks');
  const [shown, setShown] = useState(false);
  const [opened, setOpened] = useState<Opened>('nothing');
  // Switching on forgets since when nothing arrived; whoever has something sent again wants to know.
  const [silentSince, setSilentSince] = useState(webhook.failingSince);
  const listId = useId();
  const test = useWebhookCommand(testWebhook);
  const turn = useWebhookCommand((clinicId, enabled: boolean) =>
    changeWebhook(clinicId, webhook.id, { enabled }),
  );
  const remove = useWebhookCommand(removeWebhook);
  const host = hostOf(webhook.url);
  const close = (): void => setOpened('nothing');
  const switchTo = (enabled: boolean): void => {
    setSilentSince(webhook.failingSince);
    turn.mutate(enabled, {
      onSuccess: () => {
        confirmDone(t(enabled ? 'switchedOn' : 'switchedOff', { host }));
        if (enabled) setOpened('replay');
      },
    });
  };
  return (
    <li className={classes.row}>
      <div className={section.who}>
        <span className={classes.url}>{webhook.url}</span>
        <WebhookStatus webhook={webhook} />
      </div>
      <div className={section.actions}>
        <Button
          size="xs"
          variant="default"
          loading={test.isPending}
          aria-label={t('testAt', { host })}
          onClick={() => test.mutate(webhook.id)}
        >
          {t('test')}
        </Button>
        <Button
          size="xs"
          variant={webhook.enabled ? 'default' : 'filled'}
          loading={turn.isPending}
          aria-label={t(webhook.enabled ? 'switchOffOf' : 'switchOnOf', { host })}
          onClick={() => switchTo(!webhook.enabled)}
        >
          {t(webhook.enabled ? 'switchOff' : 'switchOn')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={t('changeOf', { host })}
          onClick={() => setOpened('change')}
        >
          {t('change')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          c="inherit"
          aria-label={t('removeOf', { host })}
          onClick={() => setOpened('remove')}
        >
          {t('remove')}
        </Button>
      </div>
      <TestAnswer result={test.data} />
      {opened === 'change' && <ChangeWebhook webhook={webhook} onClose={close} />}
      {opened === 'replay' && <ReplayForm webhook={webhook} since={silentSince} onClose={close} />}
      {opened === 'remove' && (
        <AskInPlace
          question={t('removeQuestion', { host })}
          text={t('removeText')}
          action={t('removeNow')}
          onCancel={close}
          onConfirm={() => {
            close();
            setShown(false); // what was sent goes with it, and is not asked for again
            remove.mutate(webhook.id, { onSuccess: () => confirmDone(t('removed', { host })) });
          }}
        />
      )}
      <UnstyledButton
        className={classes.opener}
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-label={t('sentTo', { host })}
        onClick={() => setShown(!shown)}
      >
        <IconChevronRight size={16} className={classes.chevron} aria-hidden />
        {t('sent')}
      </UnstyledButton>
      {shown && (
        <div id={listId} className={section.wide}>
          <DeliveryList webhook={webhook} onReplay={() => setOpened('replay')} />
        </div>
      )}
    </li>
  );
};
