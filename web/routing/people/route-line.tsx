import { useTranslation } from 'react-i18next';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import type { PersonRoute } from './edit-people.ts';
import classes from './people-section.module.css';

/** One person in one department, to read. */
export const RouteLine = ({ rung: { name, route } }: { rung: PersonRoute }) => {
  const { t } = useTranslation('routing');
  const { format } = usePhoneNumbers();
  const ways = [
    ...(route.inPortal ? [t('people.inPortal')] : []),
    ...(route.phone === null ? [] : [t('people.byPhone', { number: format(route.phone) })]),
    ...(route.on ? [] : [t('people.off')]),
  ];
  return (
    <div className={classes.line}>
      <span className={classes.rank}>{route.priority}</span>
      <span className={classes.who}>{name}</span>
      <span className={classes.ways}>{ways.join(' · ')}</span>
    </div>
  );
};
