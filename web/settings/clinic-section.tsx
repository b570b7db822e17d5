import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { Panel } from '../ui/panel.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import classes from './setting-lines.module.css';

/** What the clinic is called and where it is. */
export const ClinicSection = () => {
  const { t } = useTranslation('settings');
  const { clinic } = useCurrentClinic();
  const { format } = usePhoneNumbers();
  return (
    <Panel title={t('sections.clinic')}>
      <dl className={classes.lines}>
        <div>
          <dt>{t('clinic.name')}</dt>
          <dd>{clinic.name}</dd>
        </div>
        <div>
          <dt>{t('clinic.timeZone')}</dt>
          <dd>{clinic.timeZone}</dd>
        </div>
        <div>
          <dt>{t('clinic.language')}</dt>
          <dd>{t(`languages.${clinic.language}`)}</dd>
        </div>
        <div>
          <dt>{t('clinic.numbers')}</dt>
          <dd>{clinic.phoneNumbers.map(format).join(', ')}</dd>
        </div>
      </dl>
    </Panel>
  );
};
