import { MultiSelect, SegmentedControl, Select, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ValueEditorProps } from 'react-querybuilder';
import { NumberValue } from './number-value.tsx';
import { useRules } from './rule-context.ts';
import classes from './rule-editor.module.css';
import type { RuleField } from './rule-field.ts';
import { valuesOf, type Operator, type Single, type Value } from './rule-operators.ts';
import { useChoices } from './use-choices.ts';

/** What it is compared with, typed or chosen as the field is. */
export const RuleValue = ({ field: name, operator, value, handleOnChange }: ValueEditorProps) => {
  const { t } = useTranslation('stepForms');
  const { fieldOf } = useRules();
  const field = fieldOf(name) ?? { name, type: 'text', group: 'other' };
  const given = value as Value;
  const change: (value: Value) => void = handleOnChange;
  switch (valuesOf(operator as Operator)) {
    case 'none':
      return null;
    case 'many':
      return <ManyValues field={field} values={Array.isArray(given) ? given : [given]} onChange={change} />;
    case 'one':
      return <OneValue field={field} value={given as Single} label={t('rules.value')} onChange={change} />;
    case 'two': {
      const [from, to] = given as [Single, Single];
      return (
        <div className={classes.pair}>
          <OneValue
            field={field}
            value={from}
            label={t('rules.from')}
            onChange={(next) => change([next, to])}
          />
          <span>{t('rules.between')}</span>
          <OneValue
            field={field}
            value={to}
            label={t('rules.to')}
            onChange={(next) => change([from, next])}
          />
        </div>
      );
    }
  }
};

interface OneValueProps {
  field: RuleField;
  value: Single;
  label: string;
  onChange: (value: Single) => void;
}

const OneValue = ({ field, value, label, onChange }: OneValueProps) => {
  const { t } = useTranslation(['stepForms', 'workflows']);
  const missing = value === '' && t('rules.noValue');
  const choices = useChoices(field, [value]);
  if (field.type === 'boolean')
    return (
      <SegmentedControl
        className={classes.value}
        aria-label={label}
        data={(['true', 'false'] as const).map((each) => ({
          value: each,
          label: t(`workflows:values.${each}`),
        }))}
        value={String(value)}
        onChange={(next) => onChange(next === 'true')}
      />
    );
  // What was not typed here may be of another kind than the field: it is shown as it is.
  if ((field.type === 'number' || field.type === 'money') && (typeof value === 'number' || value === ''))
    return <NumberValue field={field} value={value} label={label} onChange={onChange} />;
  if (choices !== null)
    return (
      <Select
        className={classes.value}
        aria-label={label}
        searchable
        data={choices}
        value={value === '' ? null : String(value)}
        error={missing}
        allowDeselect={false}
        onChange={(next) => next !== null && onChange(next)}
      />
    );
  return (
    <TextInput
      className={classes.value}
      type={field.type === 'date' ? 'date' : 'text'}
      aria-label={label}
      maxLength={200}
      value={String(value)}
      error={missing}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

interface ManyValuesProps {
  field: RuleField;
  values: readonly Single[];
  onChange: (values: Single[]) => void;
}

const ManyValues = ({ field, values, onChange }: ManyValuesProps) => {
  const { t } = useTranslation('stepForms');
  const choices = useChoices(field, values);
  const texts = values.map(String);
  // A number among them stays one.
  const change = (next: string[]): void =>
    onChange(next.map((text) => values.find((value) => String(value) === text) ?? text));
  const given = {
    className: classes.many!,
    'aria-label': t('rules.values'),
    error: values.length === 0 && t('rules.noValue'),
  };
  return choices === null ? (
    <TagsInput
      {...given}
      placeholder={texts.length === 0 ? t('rules.typeValues') : ''}
      value={texts}
      onChange={change}
    />
  ) : (
    <MultiSelect
      {...given}
      searchable
      placeholder={texts.length === 0 ? t('rules.chooseValues') : ''}
      data={choices}
      value={texts}
      onChange={change}
    />
  );
};
