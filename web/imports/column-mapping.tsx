import { Alert, NativeSelect } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../src/imports/rules/columns.ts';
import type { ImportView } from '../../src/imports/rules/import-views.ts';
import { Panel } from '../ui/panel.tsx';
import classes from './column-mapping.module.css';
import { fields } from './fields.ts';

interface ColumnMappingProps {
  one: ImportView;
  /** the first values of each column */
  samples: string[][];
  onChange: (mapping: Field[]) => void;
}

/** What each column of the file holds, with some of its values beside it. */
export const ColumnMapping = ({ one, samples, onChange }: ColumnMappingProps) => {
  const { t } = useTranslation('imports');
  const choices = fields.map((value) => ({ value, label: t(`fields.${value}`) }));
  const set = (index: number, field: Field): void =>
    onChange(one.mapping.map((current, at) => (at === index ? field : current)));
  return (
    <Panel title={t('columns.title')}>
      <p className={classes.text}>{one.remembered ? t('columns.remembered') : t('columns.text')}</p>
      {one.mappingFault !== null && (
        <Alert
          color="red"
          variant="light"
          icon={<IconAlertTriangle />}
          className={classes.fault}
          role="alert"
        >
          {t(`columns.faults.${one.mappingFault}`)}
        </Alert>
      )}
      <ul className={classes.list}>
        {one.profile.columns.map(({ name }, index) => {
          const label = name === '' ? t('columns.unnamed', { number: index + 1 }) : name;
          return (
            // A column has no other identity than its place.
            <li key={`${index}-${name}`} className={classes.column}>
              <span className={classes.name}>{label}</span>
              <span className={classes.samples}>{(samples[index] ?? []).join(' · ')}</span>
              <NativeSelect
                aria-label={`${t('columns.holds')}: ${label}`}
                value={one.mapping[index] ?? 'ignore'}
                data={choices}
                data-ignored={one.mapping[index] === 'ignore' || undefined}
                onChange={(event) => set(index, event.currentTarget.value as Field)}
              />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};
