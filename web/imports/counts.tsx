import { useTranslation } from 'react-i18next';
import type { Tally } from '../../src/imports/rules/import-views.ts';
import numbers from '../ui/tally.module.css';
import classes from './imports.module.css';

type Name = Exclude<keyof Tally, 'reasons' | 'remarks'>;

/** Numbers with what they count. */
export const Counts = ({ tally, names }: { tally: Tally; names: readonly Name[] }) => {
  const { t, i18n } = useTranslation('imports');
  return (
    <dl className={`${classes.tally} ${numbers.tally}`}>
      {names.map((name) => (
        <div key={name}>
          <dt>{t(`report.${name}`)}</dt>
          <dd>{tally[name].toLocaleString(i18n.language)}</dd>
        </div>
      ))}
    </dl>
  );
};
