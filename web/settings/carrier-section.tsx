import { SegmentedControl, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInput } from '../../src/settings/rules/settings-input.ts';
import type { InstallationView } from '../../src/settings/rules/settings-view.ts';
import type { CarrierTrial } from '../../src/settings/rules/trial-results.ts';
import { request } from '../platform/request.ts';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import { CarrierFindings } from './carrier-findings.tsx';
import { InstallationSection, SetByEnvironment } from './installation-section.tsx';
import { installationPath, useSaveSection } from './installation.query.ts';
import { SecretInput } from './secret-input.tsx';
import { SectionActions } from './section-actions.tsx';
import classes from './section-form.module.css';

export const CarrierSection = () => (
  <InstallationSection>{({ carrier }) => <CarrierForm carrier={carrier} />}</InstallationSection>
);

type Carrier = InstallationView['carrier'];

const draftOf = (carrier: Carrier) => ({
  kind: carrier.kind,
  accountSid: carrier.accountSid ?? '',
  authToken: '',
  apiKeySid: carrier.apiKeySid ?? '',
  apiKeySecret: '',
});
type Draft = ReturnType<typeof draftOf>;

const inputOf = (draft: Draft): SettingsInput['carrier'] => {
  if (draft.kind === 'sandbox') return { kind: 'sandbox' };
  const { kind, accountSid, authToken, apiKeySid, apiKeySecret } = draft;
  return {
    kind,
    accountSid: accountSid.trim(),
    ...(authToken === '' ? {} : { authToken: authToken.trim() }),
    ...(apiKeySid.trim() === ''
      ? { apiKeySid: null, apiKeySecret: null }
      : {
          apiKeySid: apiKeySid.trim(),
          ...(apiKeySecret === '' ? {} : { apiKeySecret: apiKeySecret.trim() }),
        }),
  };
};

const useCarrierTrial = () =>
  useMutation({
    mutationFn: (settings: SettingsInput['carrier']) =>
      request<CarrierTrial>(installationPath('/carrier/test'), { method: 'POST', body: { settings } }),
  });

const CarrierForm = ({ carrier }: { carrier: Carrier }) => {
  const { t } = useTranslation('installation');
  const [draft, setDraft] = useState(() => draftOf(carrier));
  const mayChange = carrier.setBy !== 'environment';
  const trial = useCarrierTrial();
  const save = useSaveSection('carrier', () => {
    setDraft((before) => ({ ...before, authToken: '', apiKeySecret: '' }));
    confirmDone(t('carrier.saved'));
  });
  const test = (): void => trial.mutate(inputOf(draft));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(inputOf(draft), { onError: test });
  };
  return (
    <Panel title={t('carrier.title')}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.text}>{t('carrier.text')}</p>
        <SetByEnvironment variables={carrier.variables} />
        <SegmentedControl
          aria-label={t('carrier.title')}
          disabled={!mayChange}
          value={draft.kind}
          data={[
            { value: 'sandbox', label: t('carrier.sandbox'), disabled: !carrier.sandboxAvailable },
            { value: 'twilio', label: 'Twilio' },
          ]}
          onChange={(kind) => setDraft({ ...draft, kind: kind === 'twilio' ? 'twilio' : 'sandbox' })}
        />
        {draft.kind === 'twilio' && (
          <TwilioFields carrier={carrier} draft={draft} disabled={!mayChange} onChange={setDraft} />
        )}
        {carrier.runningCalls > 0 && mayChange && (
          <p className={classes.text}>{t('carrier.running', { count: carrier.runningCalls })}</p>
        )}
        {save.isError && <ProblemNotice error={save.error} />}
        {trial.isError && <ProblemNotice error={trial.error} />}
        {trial.data !== undefined && (
          <CarrierFindings
            trial={trial.data}
            mayConnect={draft.kind === carrier.kind}
            onConnected={() => trial.mutate(inputOf(draft))}
          />
        )}
        <SectionActions
          name={t('carrier.title')}
          mayChange={mayChange}
          saving={save.isPending}
          test={{ label: t('carrier.test'), running: trial.isPending, run: test }}
          changed={{ at: carrier.changedAt, by: carrier.changedBy }}
        />
      </form>
    </Panel>
  );
};

interface TwilioFieldsProps {
  carrier: Carrier;
  draft: Draft;
  disabled: boolean;
  onChange: (draft: Draft) => void;
}

const TwilioFields = ({ carrier, draft, disabled, onChange }: TwilioFieldsProps) => {
  const { t } = useTranslation('installation');
  return (
    <div className={section.fields}>
      <TextInput
        label={t('carrier.accountSid')}
        placeholder="AC…"
        required
        withAsterisk={false}
        pattern="\s*AC[0-9a-f]{32}\s*"
        title={t('carrier.accountSidShape')}
        autoComplete="off"
        disabled={disabled}
        value={draft.accountSid}
        onChange={(event) => onChange({ ...draft, accountSid: event.currentTarget.value })}
      />
      <SecretInput
        label={t('carrier.authToken')}
        kept={carrier.hasAuthToken && draft.accountSid === carrier.accountSid}
        required
        disabled={disabled}
        value={draft.authToken}
        onChange={(authToken) => onChange({ ...draft, authToken })}
      />
      <p className={`${classes.text} ${section.wide}`}>{t('carrier.keyText')}</p>
      <TextInput
        label={t('carrier.apiKeySid')}
        placeholder="SK…"
        pattern="\s*SK[0-9a-f]{32}\s*"
        title={t('carrier.apiKeySidShape')}
        autoComplete="off"
        disabled={disabled}
        value={draft.apiKeySid}
        onChange={(event) => onChange({ ...draft, apiKeySid: event.currentTarget.value })}
      />
      <SecretInput
        label={t('carrier.apiKeySecret')}
        kept={carrier.hasApiKeySecret && draft.apiKeySid === carrier.apiKeySid}
        disabled={disabled}
        value={draft.apiKeySecret}
        onChange={(apiKeySecret) => onChange({ ...draft, apiKeySecret })}
      />
    </div>
  );
};
