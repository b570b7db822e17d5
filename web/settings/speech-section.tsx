import { Alert, Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInput } from '../../src/settings/rules/settings-input.ts';
import type { InstallationView } from '../../src/settings/rules/settings-view.ts';
import type { Voices } from '../../src/settings/rules/trial-results.ts';
import { request } from '../platform/request.ts';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import section from '../ui/section.module.css';
import { InstallationSection, SetByEnvironment } from './installation-section.tsx';
import { installationPath, useSaveSection } from './installation.query.ts';
import { playSample } from './play-sample.ts';
import { SecretInput } from './secret-input.tsx';
import { SectionActions } from './section-actions.tsx';
import classes from './section-form.module.css';

export const SpeechSection = () => (
  <InstallationSection>{({ speech }) => <SpeechForm speech={speech} />}</InstallationSection>
);

type Speech = InstallationView['speech'];

const draftOf = ({ kind, voices }: Speech) => ({ kind, apiKey: '', voices });
type Draft = ReturnType<typeof draftOf>;

const inputOf = ({ kind, apiKey, voices }: Draft): SettingsInput['speech'] =>
  kind === 'none' ? { kind } : { kind, ...(apiKey === '' ? {} : { apiKey: apiKey.trim() }), voices };

const SpeechForm = ({ speech }: { speech: Speech }) => {
  const { t } = useTranslation('installation');
  const [draft, setDraft] = useState(() => draftOf(speech));
  const mayChange = speech.setBy !== 'environment';
  const voices = useMutation({
    mutationFn: (settings: SettingsInput['speech']) =>
      request<Voices>(installationPath('/speech/voices'), { method: 'POST', body: { settings } }),
  });
  const save = useSaveSection('speech', () => {
    setDraft((before) => ({ ...before, apiKey: '' }));
    confirmDone(t('speech.saved'));
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(inputOf(draft));
  };
  const speaks = draft.kind === 'elevenlabs';
  const test = {
    label: t('speech.load'),
    running: voices.isPending,
    run: () => voices.mutate(inputOf(draft)),
  };
  return (
    <Panel title={t('speech.title')}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.text}>{t('speech.text')}</p>
        <SetByEnvironment variables={speech.variables} />
        <SegmentedControl
          aria-label={t('speech.title')}
          disabled={!mayChange}
          value={draft.kind}
          data={[
            { value: 'none', label: t('speech.none') },
            { value: 'elevenlabs', label: 'ElevenLabs' },
          ]}
          onChange={(kind) => setDraft({ ...draft, kind: kind === 'elevenlabs' ? 'elevenlabs' : 'none' })}
        />
        {speaks && (
          <SpeechFields
            speech={speech}
            draft={draft}
            voices={voices.data?.voices ?? []}
            disabled={!mayChange}
            onChange={setDraft}
          />
        )}
        {voices.data !== undefined && voices.data.failure !== null && (
          <Alert role="status" color="red" variant="light" title={t(`failures.${voices.data.failure}`)} />
        )}
        {voices.isError && <ProblemNotice error={voices.error} />}
        {save.isError && <ProblemNotice error={save.error} />}
        <SectionActions
          name={t('speech.title')}
          mayChange={mayChange}
          saving={save.isPending}
          test={speaks ? test : null}
          changed={{ at: speech.changedAt, by: speech.changedBy }}
        />
      </form>
    </Panel>
  );
};

interface SpeechFieldsProps {
  speech: Speech;
  draft: Draft;
  voices: Voices['voices'];
  disabled: boolean;
  onChange: (draft: Draft) => void;
}

const SpeechFields = ({ speech, draft, voices, disabled, onChange }: SpeechFieldsProps) => {
  const { t } = useTranslation('installation');
  return (
    <div className={section.fields}>
      <SecretInput
        label={t('apiKey')}
        kept={speech.hasApiKey}
        required
        disabled={disabled}
        value={draft.apiKey}
        onChange={(apiKey) => onChange({ ...draft, apiKey })}
      />
      <p className={classes.text}>{voices.length === 0 && t('speech.loadFirst')}</p>
      {(['en', 'de'] as const).map((language) => (
        <VoiceField
          key={language}
          language={language}
          draft={draft}
          voices={voices}
          disabled={disabled}
          onChange={(voice) => onChange({ ...draft, voices: { ...draft.voices, [language]: voice } })}
        />
      ))}
    </div>
  );
};

interface VoiceFieldProps {
  language: 'en' | 'de';
  draft: Draft;
  voices: Voices['voices'];
  disabled: boolean;
  onChange: (voice: string | null) => void;
}

/** A voice from the vendor's list, those that know the language first; and how it sounds on the telephone. */
const VoiceField = ({ language, draft, voices, disabled, onChange }: VoiceFieldProps) => {
  const { t } = useTranslation('installation');
  const words = useProblemWords();
  const chosen = draft.voices[language];
  const known = voices.some(({ id }) => id === chosen);
  const fluent = voices.filter(({ languages }) => languages.includes(language));
  const others = voices.filter((voice) => !fluent.includes(voice));
  const listen = useMutation({
    mutationFn: () =>
      playSample({ settings: inputOf(draft), language, text: t(`speech.samples.${language}`) }),
    onError: (error) => reportProblem(words(error)),
  });
  return (
    <div className={classes.voice}>
      <NativeSelect
        label={t(`speech.voice.${language}`)}
        disabled={disabled}
        value={chosen ?? ''}
        data={[
          { value: '', label: t('speech.noVoice') },
          ...(chosen === null || known ? [] : [{ value: chosen, label: chosen }]),
          ...[...fluent, ...others].map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
      <Button
        variant="default"
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
        disabled={chosen === null}
        loading={listen.isPending}
        aria-label={`${t('speech.listen')}: ${t(`speech.voice.${language}`)}`}
        onClick={() => listen.mutate()}
      >
        {t('speech.listen')}
      </Button>
    </div>
  );
};
