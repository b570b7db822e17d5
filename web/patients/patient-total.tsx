import { Anchor, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Total } from '../../src/patients/rules/patient-views.ts';
import { isNarrowed, readPatientSearch, sorts, type PatientSearch } from './patient-search.ts';
import classes from './patients-page.module.css';

interface PatientTotalProps {
  search: PatientSearch;
  total: Total | null;
  onChange: (search: PatientSearch) => void;
}

/** How many there are, the way back to everybody, and the order. */
export const PatientTotal = ({ search, total, onChange }: PatientTotalProps) => {
  const { t, i18n } = useTranslation('patients');
  const count = total?.count ?? 0;
  // An estimate to the last digit would look like a count.
  const shown = (total?.exact === false ? Number(count.toPrecision(2)) : count).toLocaleString(i18n.language);
  return (
    <div className={classes.total}>
      <span role="status">{total !== null && t(total.exact ? 'count' : 'about', { count, shown })}</span>
      {isNarrowed(search) && (
        <Anchor component="button" type="button" size="sm" onClick={() => onChange({})}>
          {t('showAll')}
        </Anchor>
      )}
      {search.q === undefined && (
        <NativeSelect
          className={classes.order}
          size="xs"
          aria-label={t('sort')}
          data={sorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
          value={search.sort ?? 'name'}
          onChange={(event) => onChange(readPatientSearch({ ...search, sort: event.currentTarget.value }))}
        />
      )}
    </div>
  );
};
