import { Alert, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInput } from '../../src/settings/rules/settings-input.ts';
import type { InstallationView } from '../../src/settings/rules/settings-view.ts';
import type { ServiceTrial } from '../../src/settings/rules/trial-results.ts';
import { request } from '../platform/request.ts';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import { InstallationSection, SetByEnvironment } from './installation-section.tsx';
import { installationPath, useSaveSection } from './installation.query.ts';
import { SecretInput } from './secret-input.tsx';
import { SectionActions } from './section-actions.tsx';
import classes from './section-form.module.css';

/** Who writes voicemails down. */
export const TranscriptionSection = () => (
  <InstallationSection>
    {({ transcription }) => <TranscriptionForm transcription={transcription} />}
  </InstallationSection>
);

type Transcription = InstallationView['transcription'];
const kinds = ['carrier', 'openai', 'elevenlabs', 'none'] as const;

const draftOf = (transcription: Transcription) => ({
  kind: transcription.kind,
  url: transcription.url ?? 'https://api.openai.com/v1',
  model: transcription.model ?? 'whisper-1',
  apiKey: '',
});
type Draft = ReturnType<typeof draftOf>;

const inputOf = ({ kind, url, model, apiKey }: Draft): SettingsInput['transcription'] => {
  const key = apiKey === '' ? {} : { apiKey: apiKey.trim() };
  if (kind === 'openai') return { kind, url: url.trim(), model: model.trim(), ...key };
  return kind === 'elevenlabs' ? { kind, ...key } : { kind };
};

const TranscriptionForm = ({ transcription }: { transcription: Transcription }) => {
  const { t } = useTranslation('installation');
  const [draft, setDraft] = useState(() => draftOf(transcription));
  const mayChange = transcription.setBy !== 'environment';
  const trial = useMutation({
    mutationFn: (settings: SettingsInput['transcription']) =>
      request<ServiceTrial>(installationPath('/transcription/test'), { method: 'POST', body: { settings } }),
  });
  const save = useSaveSection('transcription', () => {
    setDraft((before) => ({ ...before, apiKey: '' }));
    confirmDone(t('transcription.saved'));
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(inputOf(draft));
  };
  const hasService = draft.kind === 'openai' || draft.kind === 'elevenlabs';
  const test = {
    label: t('transcription.test'),
    running: trial.isPending,
    run: () => trial.mutate(inputOf(draft)),
  };
  return (
    <Panel title={t('transcription.title')}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.text}>{t('transcription.text')}</p>
        <SetByEnvironment variables={transcription.variables} />
        <TranscriptionFields
          transcription={transcription}
          draft={draft}
          disabled={!mayChange}
          onChange={setDraft}
        />
        {save.isError && <ProblemNotice error={save.error} />}
        {trial.isError && <ProblemNotice error={trial.error} />}
        {trial.data !== undefined && (
          <Alert
            role="status"
            color={trial.data.works ? 'green' : 'red'}
            variant="light"
            title={
              trial.data.failure === null ? t('transcription.works') : t(`failures.${trial.data.failure}`)
            }
          />
        )}
        <SectionActions
          name={t('transcription.title')}
          mayChange={mayChange}
          saving={save.isPending}
          test={hasService ? test : null}
          changed={{ at: transcription.changedAt, by: transcription.changedBy }}
        />
      </form>
    </Panel>
  );
};

interface FieldsProps {
  transcription: Transcription;
  draft: Draft;
  disabled: boolean;
  onChange: (draft: Draft) => void;
}

const TranscriptionFields = ({ transcription, draft, disabled, onChange }: FieldsProps) => {
  const { t } = useTranslation('installation');
  const text = (name: 'url' | 'model') => (
    <TextInput
      label={t(`transcription.${name}`)}
      type={name === 'url' ? 'url' : 'text'}
      required
      withAsterisk={false}
      maxLength={300}
      disabled={disabled}
      value={draft[name]}
      onChange={(event) => onChange({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  const kept =
    transcription.hasApiKey &&
    draft.kind === transcription.kind &&
    (draft.kind !== 'openai' || draft.url === transcription.url);
  return (
    <div className={section.fields}>
      <NativeSelect
        className={section.wide}
        label={t('transcription.kind')}
        disabled={disabled}
        data={kinds.map((value) => ({ value, label: t(`transcription.kinds.${value}`) }))}
        value={draft.kind}
        onChange={(event) =>
          onChange({ ...draft, kind: kinds.find((kind) => kind === event.currentTarget.value) ?? 'carrier' })
        }
      />
      {draft.kind === 'openai' && text('url')}
      {draft.kind === 'openai' && text('model')}
      {(draft.kind === 'openai' || draft.kind === 'elevenlabs') && (
        <SecretInput
          label={t('apiKey')}
          kept={kept}
          required={draft.kind === 'elevenlabs'}
          disabled={disabled}
          value={draft.apiKey}
          onChange={(apiKey) => onChange({ ...draft, apiKey })}
        />
      )}
    </div>
  );
};
