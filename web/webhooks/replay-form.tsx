import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplayRequest, WebhookView } from '../../src/webhooks/rules/webhook-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { instantAt, wallTime } from '../ui/clinic-time.ts';
import { confirmDone } from '../ui/notice.tsx';
import section from '../ui/section.module.css';
import { useWebhookCommand } from './use-webhook-command.ts';
import classes from './webhooks.module.css';
import { replaySince } from './webhooks.query.ts';

const day = 86_400_000;

interface ReplayFormProps {
  webhook: WebhookView;
  /** since when nothing arrived; null: not known */
  since: string | null;
  onClose: () => void;
}

/** Has sent again what happened since a moment. */
export const ReplayForm = ({ webhook, since: silentSince, onClose }: ReplayFormProps) => {
  const { t } = useTranslation('webhooks');
  const { clinic } = useCurrentClinic();
  const [since, setSince] = useState(() =>
    wallTime(silentSince === null ? Date.now() - day : Date.parse(silentSince), clinic.timeZone),
  );
  const [what, setWhat] = useState<ReplayRequest['what']>('missed');
  const replay = useWebhookCommand((clinicId, asked: ReplayRequest) =>
    replaySince(clinicId, webhook.id, asked),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const at = instantAt(since, clinic.timeZone);
    if (at === null) return;
    replay.mutate(
      { since: at, what },
      {
        onSuccess: () => {
          confirmDone(t('replay.running'));
          onClose();
        },
      },
    );
  };
  return (
    <form className={classes.replay} aria-label={t('replay.title')} onSubmit={submit}>
      <h3 className={section.heading}>{t('replay.title')}</h3>
      <div className={section.fields}>
        <TextInput
          type="datetime-local"
          label={t('replay.since')}
          required
          withAsterisk={false}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('replay.what')}
          value={what}
          data={(['missed', 'all'] as const).map((value) => ({ value, label: t(`replay.${value}`) }))}
          onChange={(event) => setWhat(event.currentTarget.value === 'all' ? 'all' : 'missed')}
        />
      </div>
      <p className={section.text}>{t('replay.text')}</p>
      <div className={section.actions}>
        <Button type="submit" loading={replay.isPending}>
          {t('replay.run')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('replay.cancel')}
        </Button>
      </div>
    </form>
  );
};
