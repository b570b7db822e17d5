import { hashKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoutingView, SettingsView } from '../../src/routing/rules/routing-view.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { Problem } from '../platform/problem.ts';
import { Panel } from '../ui/panel.tsx';
import { OpeningFields } from './opening-fields.tsx';
import { SaveBar } from './save-bar.tsx';
import { readSettingsFaults, settingsFaults, type SettingName } from './settings-faults.ts';
import { AfterHoursFields, AnsweringFields, VoicemailFields } from './settings-fields.tsx';
import { SettingsLines } from './settings-lines.tsx';
import classes from './settings-section.module.css';
import { useDraft } from './use-draft.ts';
import { useSaveRouting } from './use-save-routing.ts';

interface SettingsSectionProps {
  routing: RoutingView;
  mayChange: boolean;
}

const parts = [
  { name: 'answering', Fields: AnsweringFields },
  { name: 'voicemail', Fields: VoicemailFields },
  { name: 'opening', Fields: OpeningFields },
  { name: 'whenClosed', Fields: AfterHoursFields },
] as const;

/** Only what differs is sent: what somebody else changes meanwhile stays theirs. */
const differences = (before: SettingsView, after: SettingsView): Partial<SettingsView> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => hashKey([value]) !== hashKey([before[name as SettingName]]),
    ),
  );

/** How the clinic's calls are taken in general. */
export const SettingsSection = ({ routing, mayChange }: SettingsSectionProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { value: settings, changed, change, reset, settle } = useDraft(routing.settings);
  const [faults, setFaults] = useState<readonly SettingName[]>([]);
  const save = useSaveRouting(clinic.id, t('settings.done'));
  const keep = (): void => {
    const found = settingsFaults(settings);
    setFaults(found);
    if (found.length > 0) return;
    const body = differences(routing.settings, settings);
    save.mutate(
      {
        requests: [{ method: 'PATCH', path: 'settings', body }],
        shown: (before) => ({ ...before, settings }),
      },
      {
        onSuccess: () => settle(settings),
        onError: (error) =>
          setFaults(readSettingsFaults(settings, error instanceof Problem ? error.detail : '')),
      },
    );
  };
  const actions = mayChange && (
    <SaveBar
      name={t('settings.title')}
      changed={changed}
      saving={save.isPending}
      onSave={keep}
      onDiscard={() => {
        setFaults([]);
        reset();
      }}
    />
  );
  return (
    <Panel title={t('settings.title')} actions={actions}>
      {!mayChange && <SettingsLines settings={settings} />}
      {mayChange &&
        parts.map(({ name, Fields }) => (
          <section key={name} className={classes.part} aria-label={t(`settings.${name}`)}>
            <h3 className={classes.name}>{t(`settings.${name}`)}</h3>
            <Fields
              settings={settings}
              faults={faults}
              onChange={(part) => {
                setFaults([]);
                change({ ...settings, ...part });
              }}
            />
          </section>
        ))}
    </Panel>
  );
};
