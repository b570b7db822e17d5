import { useTranslation } from 'react-i18next';
import type { InstanceItem } from '../../src/workflows/rules/workflow-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import classes from './workflows.module.css';

interface GoesOnProps {
  instance: Pick<InstanceItem, 'status' | 'position' | 'wakeAt'>;
  clinic: MyClinic;
}

/** When it goes on by itself, or what it waits for meanwhile. */
export const GoesOn = ({ instance: { status, position, wakeAt }, clinic }: GoesOnProps) => {
  const { t } = useTranslation('workflows');
  if (status === 'paused') return <span className={classes.under}>{t('instanceStatus.paused')}</span>;
  if (position?.doing === 'calling')
    return <span className={classes.under}>{t('reasons.on-the-telephone')}</span>;
  if (wakeAt === null) return null;
  return (
    <span className={classes.under}>
      {t('next')} <MomentText at={wakeAt} timeZone={clinic.timeZone} words="within" />
    </span>
  );
};
