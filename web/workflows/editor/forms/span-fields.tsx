import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../../../src/workflows/rules/moment.ts';
import { WholeNumberField } from '../../../ui/whole-number-field.tsx';
import classes from './forms.module.css';
import { spanUnits, unitsOf, withCount, withoutUnit, withUnit } from './span-units.ts';

interface SpanFieldsProps {
  label: string;
  value: Span;
  error?: string | undefined;
  onChange: (span: Span) => void;
}

/** A length of time: `2 days`, and where it needs it `3 hours` besides. */
export const SpanFields = ({ label, value, error, onChange }: SpanFieldsProps) => {
  const { t } = useTranslation('stepForms');
  const used = unitsOf(value);
  const free = spanUnits.filter(({ unit }) => !used.includes(unit));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{label}</legend>
      {used.map((unit) => {
        const count = value[unit] ?? 0;
        return (
          <div key={unit} className={classes.row}>
            <WholeNumberField
              className={classes.count}
              aria-label={t('span.count')}
              min={0}
              max={spanUnits.find((each) => each.unit === unit)!.most}
              value={count}
              onChange={(next) => onChange(withCount(value, unit, next))}
            />
            <Select
              className={classes.grow}
              aria-label={t('span.unit')}
              data={spanUnits
                .filter((each) => each.unit === unit || free.includes(each))
                .map((each) => ({ value: each.unit, label: t(`span.${each.unit}`, { count }) }))}
              value={unit}
              allowDeselect={false}
              onChange={(next) => next !== null && onChange(withUnit(value, unit, next))}
            />
            {used.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('span.remove', { unit: t(`span.${unit}`, { count: 2 }) })}
                onClick={() => onChange(withoutUnit(value, unit))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </div>
        );
      })}
      {error !== undefined && <p className={classes.fault}>{error}</p>}
      {used.length < 3 && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.add}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange(withCount(value, nextUnit(used, free), 1))}
        >
          {t('span.add')}
        </Button>
      )}
    </fieldset>
  );
};

type Unit = keyof Span;
type Free = readonly { unit: Unit }[];

/** The next smaller one, else any that is free. */
const nextUnit = (used: readonly Unit[], free: Free): Unit => {
  const order = spanUnits.map(({ unit }) => unit);
  const smallest = order.indexOf(used.at(-1)!);
  return (free.find(({ unit }) => order.indexOf(unit) > smallest) ?? free[0]!).unit;
};
