import { Alert, NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInput } from '../../src/settings/rules/settings-input.ts';
import type { InstallationView } from '../../src/settings/rules/settings-view.ts';
import type { MailTrial } from '../../src/settings/rules/trial-results.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
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

export const MailSection = () => (
  <InstallationSection>{({ mail }) => <MailForm mail={mail} />}</InstallationSection>
);

type Mail = InstallationView['mail'];
type Security = 'tls' | 'starttls' | 'none';
const securities: readonly Security[] = ['tls', 'starttls', 'none'];
const usualPorts: Record<Security, number> = { tls: 465, starttls: 587, none: 25 };

const draftOf = (mail: Mail) => ({
  kind: mail.kind,
  host: mail.host ?? '',
  port: mail.port ?? usualPorts.starttls,
  security: mail.security ?? 'starttls',
  user: mail.user ?? '',
  password: '',
  from: mail.from,
});
type Draft = ReturnType<typeof draftOf>;

const inputOf = ({ kind, host, port, security, user, password, from }: Draft): SettingsInput['mail'] =>
  kind === 'default'
    ? { kind }
    : {
        kind,
        host: host.trim(),
        port,
        security,
        user: user.trim() === '' ? null : user.trim(),
        ...(user.trim() === '' ? { password: null } : password === '' ? {} : { password }),
        from: from.trim(),
      };

const useMailTrial = () => {
  const { i18n } = useTranslation();
  const language = i18n.language === 'de' ? 'de' : 'en';
  return useMutation({
    mutationFn: (settings: SettingsInput['mail']) =>
      request<MailTrial>(installationPath('/mail/test'), { method: 'POST', body: { settings, language } }),
  });
};

const MailForm = ({ mail }: { mail: Mail }) => {
  const { t } = useTranslation('installation');
  const { me } = useCurrentClinic();
  const [draft, setDraft] = useState(() => draftOf(mail));
  const mayChange = mail.setBy !== 'environment';
  const trial = useMailTrial();
  const save = useSaveSection('mail', () => {
    setDraft((before) => ({ ...before, password: '' }));
    confirmDone(t('mail.saved'));
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(inputOf(draft));
  };
  return (
    <Panel title={t('mail.title')}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.text}>{t('mail.text')}</p>
        <SetByEnvironment variables={mail.variables} />
        <SegmentedControl
          aria-label={t('mail.title')}
          disabled={!mayChange}
          value={draft.kind}
          data={[
            { value: 'default', label: mail.sandbox ? t('mail.sandbox') : t('mail.thisMachine') },
            { value: 'smtp', label: t('mail.smtp') },
          ]}
          onChange={(kind) => setDraft({ ...draft, kind: kind === 'smtp' ? 'smtp' : 'default' })}
        />
        {draft.kind === 'smtp' && (
          <SmtpFields mail={mail} draft={draft} disabled={!mayChange} onChange={setDraft} />
        )}
        {save.isError && <ProblemNotice error={save.error} />}
        {trial.isError && <ProblemNotice error={trial.error} />}
        {trial.data !== undefined && <MailTrialResult trial={trial.data} />}
        <SectionActions
          name={t('mail.title')}
          mayChange={mayChange}
          saving={save.isPending}
          test={{
            label: t('mail.test', { address: me.user.email }),
            running: trial.isPending,
            run: () => trial.mutate(inputOf(draft)),
          }}
          changed={{ at: mail.changedAt, by: mail.changedBy }}
        />
      </form>
    </Panel>
  );
};

const MailTrialResult = ({ trial }: { trial: MailTrial }) => {
  const { t } = useTranslation('installation');
  const title =
    trial.failure === null ? t('mail.sent', { address: trial.to }) : t(`mail.failures.${trial.failure}`);
  return (
    <Alert role="status" color={trial.sent ? 'green' : 'red'} variant="light" title={title}>
      {trial.words !== null && (
        <>
          {t('mail.words')}
          <p className={classes.words}>{trial.words}</p>
        </>
      )}
    </Alert>
  );
};

interface SmtpFieldsProps {
  mail: Mail;
  draft: Draft;
  disabled: boolean;
  onChange: (draft: Draft) => void;
}

const SmtpFields = ({ mail, draft, disabled, onChange }: SmtpFieldsProps) => {
  const { t } = useTranslation('installation');
  const text = (name: 'host' | 'user' | 'from', required: boolean) => (
    <TextInput
      label={t(`mail.${name}`)}
      required={required}
      withAsterisk={false}
      maxLength={250}
      autoComplete="off"
      disabled={disabled}
      value={draft[name]}
      onChange={(event) => onChange({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  const kept =
    mail.hasPassword && draft.host === mail.host && draft.port === mail.port && draft.user === mail.user;
  return (
    <div className={section.fields}>
      {text('host', true)}
      <NativeSelect
        label={t('mail.security')}
        disabled={disabled}
        data={securities.map((value) => ({ value, label: t(`mail.securities.${value}`) }))}
        value={draft.security}
        onChange={(event) => {
          const security = securities.find((each) => each === event.currentTarget.value) ?? 'starttls';
          onChange({ ...draft, security, port: usualPorts[security] });
        }}
      />
      <NumberInput
        label={t('mail.port')}
        min={1}
        max={65_535}
        allowDecimal={false}
        hideControls
        disabled={disabled}
        value={draft.port}
        onChange={(port) => onChange({ ...draft, port: Number(port) })}
      />
      {text('from', true)}
      {text('user', false)}
      <SecretInput
        label={t('mail.password')}
        kept={kept}
        disabled={disabled}
        value={draft.password}
        onChange={(password) => onChange({ ...draft, password })}
      />
    </div>
  );
};
