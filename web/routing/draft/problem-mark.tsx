import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditing } from '../editing.ts';
import { useFaultsAt } from './faults-context.ts';
import classes from './problems.module.css';

/** A sign in a line that something is wrong further in. */
export const ProblemMark = ({ at }: { at: string }) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const faults = useFaultsAt(at);
  const [first] = faults;
  if (!mayChange || first === undefined) return null;
  const severity = faults.some((each) => each.severity === 'error') ? 'error' : 'warning';
  return (
    <span className={classes.mark} data-severity={severity} title={t(`faults.${first.code}`)}>
      <IconAlertTriangle size={16} role="img" aria-label={t(`faults.${first.code}`)} />
    </span>
  );
};
