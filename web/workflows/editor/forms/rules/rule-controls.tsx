import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActionProps, FieldSelectorProps, OperatorSelectorProps } from 'react-querybuilder';
import { useRules } from './rule-context.ts';
import classes from './rule-editor.module.css';
import type { RuleFieldType } from './rule-field.ts';
import { operatorsFor, type Operator } from './rule-operators.ts';

interface LabelledGroup {
  label: string;
  options: { value: string; label: string }[];
}

/** What is asked about. */
export const FieldChoice = ({ options, value, handleOnChange }: FieldSelectorProps) => {
  const { t } = useTranslation(['stepForms', 'workflows']);
  const { fieldOf } = useRules();
  const isUnknown = fieldOf(value ?? '')?.group === 'other';
  const asksStep = value?.startsWith('steps.') === true;
  const groups = options as unknown as LabelledGroup[];
  return (
    <Select
      className={classes.field}
      aria-label={t('rules.field')}
      searchable
      nothingFoundMessage={t('rules.noField')}
      data={groups.map(({ label, options: items }) => ({
        group: label,
        items: items.map((item) => ({ value: item.value, label: item.label })),
      }))}
      value={value ?? null}
      allowDeselect={false}
      error={isUnknown && t(`workflows:fault.${asksStep ? 'unknown-step-in-rule' : 'unknown-field'}`)}
      maxDropdownHeight={360}
      onChange={(name) => name !== null && handleOnChange(name)}
    />
  );
};

/** How it is compared. */
export const OperatorChoice = ({ field, value, handleOnChange }: OperatorSelectorProps) => {
  const { t } = useTranslation('stepForms');
  const operatorWords = useOperatorWords();
  const { fieldOf } = useRules();
  const known = fieldOf(field);
  return (
    <Select
      className={classes.operator}
      aria-label={t('rules.operator')}
      data={operatorsFor(known, value as Operator | undefined).map((operator) => ({
        value: operator,
        label: operatorWords(known?.type ?? 'text', operator),
      }))}
      value={value ?? null}
      allowDeselect={false}
      onChange={(operator) => operator !== null && handleOnChange(operator)}
    />
  );
};

/** `is more than`; of a day `is after`, of tags `are`. */
const useOperatorWords = (): ((type: RuleFieldType['type'], operator: Operator) => string) => {
  const { t, i18n } = useTranslation(['stepForms', 'workflows']);
  return (type, operator) => {
    const own = `rules.operators.${type}.${operator}`;
    return i18n.exists(own, { ns: 'stepForms' })
      ? t(own as 'rules.operators.date.<')
      : t(`workflows:operators.${operator}`);
  };
};

export const RemoveRule = ({ handleOnClick }: ActionProps) => {
  const { t } = useTranslation('stepForms');
  return (
    <ActionIcon
      className={classes.remove}
      variant="subtle"
      color="gray"
      size={36}
      aria-label={t('rules.remove')}
      onClick={(event) => handleOnClick(event)}
    >
      <IconX size={16} aria-hidden />
    </ActionIcon>
  );
};
