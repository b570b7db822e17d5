import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './availability-switch.module.css';
import { useAvailability } from './use-availability.ts';

/** The switch in the top bar. */
export const AvailabilitySwitch = ({ clinicId, staffId }: { clinicId: string; staffId: string }) => {
  const { t } = useTranslation('staff');
  const { available, change } = useAvailability(clinicId, staffId);
  const on = available ?? false;
  return (
    <div
      className={classes.switch}
      data-on={on}
      title={on ? t('availability.onHint') : t('availability.offHint')}
    >
      <Switch
        color="leaf"
        checked={on}
        disabled={available === undefined}
        label={<span className={classes.label}>{on ? t('availability.on') : t('availability.off')}</span>}
        aria-label={t('availability.name')}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </div>
  );
};
