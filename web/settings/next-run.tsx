import { useTranslation } from 'react-i18next';
import type { ClinicSettingsView } from '../../src/settings/rules/clinic-settings-view.ts';
import classes from './section-form.module.css';

/** What will be gone by tomorrow, by the settings that are in force. */
export const NextRun = ({ expiring }: { expiring: ClinicSettingsView['expiring'] }) => {
  const { t, i18n } = useTranslation('settings');
  const parts = (['calls', 'receipts', 'voicemails', 'decisions'] as const)
    .filter((name) => expiring[name] > 0)
    .map((name) => t(`retention.rows.${name}`, { count: expiring[name] }));
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(parts);
  return (
    <p className={classes.text}>
      {parts.length === 0 ? t('retention.nothing') : t('retention.next', { list })}
    </p>
  );
};
