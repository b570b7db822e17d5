import { useTranslation } from 'react-i18next';
import type { ClinicSettingsView } from '../../src/settings/rules/clinic-settings-view.ts';
import { Panel } from '../ui/panel.tsx';
import classes from './setting-lines.module.css';

/** The clinic's settings for those who may not change them. */
export const ClinicLines = ({ settings }: { settings: ClinicSettingsView }) => {
  const { t, i18n } = useTranslation('settings');
  const { name, timeZone, country, language, languages } = settings;
  const countryName =
    country === null ? '–' : new Intl.DisplayNames([i18n.language], { type: 'region' }).of(country);
  const spoken = new Intl.ListFormat(i18n.language).format(languages.map((each) => t(`languages.${each}`)));
  const lines = [
    [t('clinic.name'), name],
    [t('clinic.timeZone'), timeZone.replaceAll('_', ' ')],
    [t('clinic.country'), countryName ?? country],
    [t('clinic.language'), t(`languages.${language}`)],
    [t('clinic.languages'), spoken],
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
