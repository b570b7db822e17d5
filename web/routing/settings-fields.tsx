import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../src/routing/rules/routing-view.ts';
import { NumberField } from './number-field.tsx';
import type { SettingName } from './settings-faults.ts';
import classes from './settings-section.module.css';
import { SpokenFields } from './spoken-fields.tsx';
import { WholeNumberField } from './whole-number-field.tsx';

export interface SettingsFieldsProps {
  settings: SettingsView;
  faults: readonly SettingName[];
  onChange: (part: Partial<SettingsView>) => void;
}

/** How callers are greeted and for how long somebody is rung. */
export const AnsweringFields = ({ settings, faults, onChange }: SettingsFieldsProps) => {
  const { t } = useTranslation('routing');
  return (
    <div className={classes.fields}>
      <Switch
        className={classes.wide}
        label={t('settings.menuEnabled')}
        checked={settings.menuEnabled}
        onChange={(event) => onChange({ menuEnabled: event.currentTarget.checked })}
      />
      <WholeNumberField
        label={t('settings.ringSeconds')}
        min={5}
        max={120}
        error={faults.includes('ringSeconds')}
        value={settings.ringSeconds}
        onChange={(ringSeconds) => onChange({ ringSeconds })}
      />
      <WholeNumberField
        label={t('settings.maxWaitSeconds')}
        description={t('settings.maxWaitHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        min={0}
        max={1800}
        error={faults.includes('maxWaitSeconds')}
        value={settings.maxWaitSeconds}
        onChange={(maxWaitSeconds) => onChange({ maxWaitSeconds })}
      />
      <SpokenFields
        label={t('settings.greeting')}
        spoken={settings.greeting}
        onChange={(greeting) => onChange({ greeting })}
      />
    </div>
  );
};

/** What happens to messages. */
export const VoicemailFields = ({ settings, faults, onChange }: SettingsFieldsProps) => {
  const { t } = useTranslation('routing');
  return (
    <div className={classes.fields}>
      <Switch
        className={classes.wide}
        label={t('settings.voicemailEnabled')}
        checked={settings.voicemailEnabled}
        onChange={(event) => onChange({ voicemailEnabled: event.currentTarget.checked })}
      />
      <TextInput
        type="email"
        label={t('settings.voicemailEmail')}
        maxLength={200}
        autoComplete="off"
        error={faults.includes('voicemailEmail') && t('settings.faults.voicemailEmail')}
        value={settings.voicemailEmail ?? ''}
        onChange={(event) => onChange({ voicemailEmail: event.currentTarget.value.trim() || null })}
      />
      <WholeNumberField
        label={t('settings.voicemailRetentionDays')}
        min={1}
        max={3650}
        error={faults.includes('voicemailRetentionDays')}
        value={settings.voicemailRetentionDays}
        onChange={(voicemailRetentionDays) => onChange({ voicemailRetentionDays })}
      />
      <SpokenFields
        label={t('settings.voicemailMessage')}
        spoken={settings.voicemailMessage}
        onChange={(voicemailMessage) => onChange({ voicemailMessage })}
      />
    </div>
  );
};

const afterHoursWays = ['voicemail', 'menu', 'staff', 'external'] as const;

/** What callers meet outside the opening hours. */
export const AfterHoursFields = ({ settings, faults, onChange }: SettingsFieldsProps) => {
  const { t } = useTranslation('routing');
  const afterHoursOf = (value: string) => afterHoursWays.find((way) => way === value) ?? 'voicemail';
  return (
    <div className={classes.fields}>
      <NativeSelect
        label={t('settings.afterHours')}
        data={afterHoursWays.map((value) => ({ value, label: t(`settings.afterHoursWays.${value}`) }))}
        value={settings.afterHours}
        onChange={(event) => onChange({ afterHours: afterHoursOf(event.currentTarget.value) })}
      />
      <NumberField
        visibleLabel
        label={t('settings.afterHoursNumber')}
        number={settings.afterHoursNumber ?? ''}
        wrong={faults.includes('afterHoursNumber') && t('settings.faults.afterHoursNumber')}
        onChange={(number) => onChange({ afterHoursNumber: number === '' ? null : number })}
      />
      <SpokenFields
        label={t('settings.afterHoursMessage')}
        spoken={settings.afterHoursMessage}
        onChange={(afterHoursMessage) => onChange({ afterHoursMessage })}
      />
    </div>
  );
};
