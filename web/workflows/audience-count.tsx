import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RuleGroup } from '../../src/workflows/rules/rule-tree.ts';
import classes from './workflows.module.css';
import { audienceQuery } from './workflows.query.ts';

/** How many patients a filter concerns today. */
export const AudienceCount = ({ clinicId, filter }: { clinicId: string; filter: RuleGroup }) => {
  const { t, i18n } = useTranslation('workflows');
  const { data } = useQuery(audienceQuery(clinicId, filter));
  if (data === undefined) return null;
  const count = new Intl.NumberFormat(i18n.language);
  return (
    <p className={classes.dim}>
      {t('concernsToday', { matching: count.format(data.matching), patients: count.format(data.patients) })}
    </p>
  );
};
