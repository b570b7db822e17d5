import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../src/timeline/rules/timeline-view.ts';
import { money } from '../ui/money.ts';
import classes from './care.module.css';

/** What was done for a person or paid by them, in their story. */
export const CareEntry = ({ entry }: { entry: Extract<TimelineEntry, { kind: 'care' }> }) => {
  const { t, i18n } = useTranslation('care');
  const { deed, name, milestone, amount, fault } = entry;
  const known = (milestone ?? '') as 'completed';
  const about = [
    name,
    milestone === null ? null : i18n.exists(`care:phases.${known}`) ? t(`phases.${known}`) : milestone,
    amount === null ? null : money(amount.cents, amount.currency, i18n.language),
    fault === null ? null : fault.replaceAll('_', ' '),
  ].filter((part) => part !== null);
  return (
    <p className={classes.entry}>
      {t(`deeds.${deed}`)} <span>{about.join(' · ')}</span>
    </p>
  );
};
