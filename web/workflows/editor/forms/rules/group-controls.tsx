import { Checkbox, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CombinatorSelectorProps, NotToggleProps } from 'react-querybuilder';

/** Whether all conditions of a group have to be true, or one of them. */
export const CombinatorChoice = ({ value, handleOnChange, rules }: CombinatorSelectorProps) => {
  const { t } = useTranslation('stepForms');
  if (rules.length < 2) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('rules.combinator')}
      data={(['and', 'or'] as const).map((each) => ({ value: each, label: t(`rules.${each}`) }))}
      value={value === 'or' ? 'or' : 'and'}
      onChange={handleOnChange}
    />
  );
};

/** The opposite of what a group says. */
export const NotSwitch = ({ checked = false, handleOnChange, ruleGroup }: NotToggleProps) => {
  const { t } = useTranslation('stepForms');
  // Of one condition alone, its own operator says the opposite.
  if (ruleGroup.rules.length < 2 && !checked) return null;
  return (
    <Checkbox
      size="xs"
      label={t('rules.not')}
      checked={checked}
      onChange={(event) => handleOnChange(event.currentTarget.checked)}
    />
  );
};
