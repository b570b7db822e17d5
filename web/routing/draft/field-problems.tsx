import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditing } from '../editing.ts';
import { useFaultsAt } from './faults-context.ts';
import classes from './problems.module.css';

/** What is wrong at this place, in words, where it can be mended. */
export const FieldProblems = ({ at, exactly = false }: { at: string; exactly?: boolean }) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const faults = useFaultsAt(at, exactly);
  if (!mayChange || faults.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {faults.map(({ path, code, severity }) => (
        <li key={`${path.join('/')} ${code}`} data-severity={severity}>
          <IconAlertTriangle size={16} aria-hidden />
          {t(`faults.${code}`)}
        </li>
      ))}
    </ul>
  );
};
