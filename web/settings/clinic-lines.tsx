import { useTranslation } from 'react-i18next';
import type { ClinicSettingsView } from '../../src/settings/rules/clinic-settings-view.ts';
import { Panel } from '../ui/panel.tsx';
import classes from './setting-lines.module.css';

/** The clinic's settings for those who may not change them. */
export const ClinicLines = ({ settings }: { settings: ClinicSettingsView }) => {
  const { t } = useTranslation('settings');
  const { name, timeZone, country, language } = settings;
  const lines = [
    [t('clinic.name'), name],
    [t('clinic.timeZone'), timeZone],
    [t('clinic.country'), country ?? '–'],
    [t('clinic.language'), t(`languages.${language}`)],
  ];
  return (
    <Panel title={t('sections.clinic')}>
      <dl className={classes.lines}>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};
