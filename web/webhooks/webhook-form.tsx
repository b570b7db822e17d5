import { Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import section from '../ui/section.module.css';
import { kindGroups, type EventKind } from './event-kinds.ts';
import classes from './webhooks.module.css';

export interface WebhookDraft {
  url: string;
  /** none: all */
  kinds: EventKind[];
}

interface WebhookFormProps {
  label: string;
  action: string;
  start: WebhookDraft;
  saving: boolean;
  onSave: (given: WebhookDraft) => void;
  onCancel: () => void;
}

/** The address, and what it hears of. */
export const WebhookForm = ({ label, action, start, saving, onSave, onCancel }: WebhookFormProps) => {
  const { t } = useTranslation('webhooks');
  const [url, setUrl] = useState(start.url);
  const [some, setSome] = useState(start.kinds.length > 0);
  const [kinds, setKinds] = useState(start.kinds);
  const [tried, setTried] = useState(false);
  const urlFault = URL.canParse(url.trim()) && /^https?:/i.test(url.trim()) ? null : t('form.urlFault');
  const kindsFault = some && kinds.length === 0;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (urlFault === null && !kindsFault) onSave({ url: url.trim(), kinds: some ? kinds : [] });
  };
  return (
    <form className={classes.inset} aria-label={label} onSubmit={submit} noValidate>
      <TextInput
        type="url"
        inputMode="url"
        label={t('form.url')}
        description={t('form.urlHint')}
        error={tried && urlFault}
        required
        withAsterisk={false}
        autoFocus
        autoComplete="off"
        maxLength={1000}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('form.kinds')}
        value={some ? 'some' : 'all'}
        onChange={(value) => setSome(value === 'some')}
      >
        <Stack gap={8} pt={6}>
          <Radio value="all" label={t('form.all')} />
          <Radio value="some" label={t('form.some')} />
        </Stack>
      </Radio.Group>
      {some && <KindChoice chosen={kinds} onChange={setKinds} />}
      {tried && kindsFault && (
        <p role="alert" className={section.fault}>
          {t('form.choose')}
        </p>
      )}
      <div className={section.actions}>
        <Button type="submit" loading={saving}>
          {action}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
};

interface KindChoiceProps {
  chosen: readonly EventKind[];
  onChange: (kinds: EventKind[]) => void;
}

const KindChoice = ({ chosen, onChange }: KindChoiceProps) => {
  const { t } = useTranslation('webhooks');
  const toggle = (kind: EventKind): void =>
    onChange(chosen.includes(kind) ? chosen.filter((each) => each !== kind) : [...chosen, kind]);
  return (
    <div className={classes.kinds}>
      {kindGroups.map(({ name, kinds }) => (
        <fieldset key={name} className={classes.kindGroup}>
          <legend className={classes.kindGroupName}>{t(`groups.${name}`)}</legend>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`kinds.${kind}`)}
              checked={chosen.includes(kind)}
              onChange={() => toggle(kind)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
};
