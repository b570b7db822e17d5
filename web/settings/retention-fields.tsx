import { NumberInput, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ClinicSettings } from '../../src/clinics/rules/clinic-settings.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import section from '../ui/section.module.css';
import classes from './section-form.module.css';

const defaultDays = 730;

interface RetentionFieldsProps {
  draft: ClinicSettings;
  onChange: (draft: ClinicSettings) => void;
}

/** For how many days things are kept. */
export const RetentionFields = ({ draft, onChange }: RetentionFieldsProps) => {
  const { t } = useTranslation('settings');
  const { clinic } = useCurrentClinic();
  const days = { allowDecimal: false, hideControls: true, suffix: ` ${t('retention.days')}`, max: 3650 };
  return (
    <>
      <p className={classes.text}>{t('retention.text')}</p>
      <Switch
        label={t('retention.keepCalls')}
        checked={draft.callLogDays === null}
        onChange={(event) =>
          onChange({ ...draft, callLogDays: event.currentTarget.checked ? null : defaultDays })
        }
      />
      <div className={section.fields}>
        {draft.callLogDays !== null && (
          <NumberInput
            {...days}
            min={30}
            label={t('retention.callLogDays')}
            value={draft.callLogDays}
            onChange={(value) => onChange({ ...draft, callLogDays: Number(value) })}
          />
        )}
        <NumberInput
          {...days}
          min={7}
          label={t('retention.webhookReceiptDays')}
          value={draft.webhookReceiptDays}
          onChange={(value) => onChange({ ...draft, webhookReceiptDays: Number(value) })}
        />
        <NumberInput
          {...days}
          min={90}
          label={t('retention.contactDecisionDays')}
          description={t('retention.contactDecisionHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.contactDecisionDays}
          onChange={(value) => onChange({ ...draft, contactDecisionDays: Number(value) })}
        />
      </div>
      <p className={classes.text}>
        {t('retention.voicemail')}{' '}
        <Link to="/clinics/$clinicId/routing" params={{ clinicId: clinic.id }} search={{ part: 'greetings' }}>
          {t('retention.changeVoicemail')}
        </Link>
      </p>
    </>
  );
};
