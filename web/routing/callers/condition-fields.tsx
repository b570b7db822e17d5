import { Checkbox, MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { treatmentPhaseSchema } from '../../../src/care/rules/treatment-phase.ts';
import type { CallerRule } from '../../../src/routing/rules/routing-document.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { useEditing } from '../editing.ts';
import { languageName } from '../texts/language-names.ts';
import { spokenLanguages } from '../texts/spoken-text.ts';
import classes from './callers-part.module.css';

type When = CallerRule['when'];

interface ConditionFieldsProps {
  when: When;
  onChange: (when: When) => void;
}

/** What has to be so of whoever is calling; what is left empty is not asked. */
export const ConditionFields = ({ when, onChange }: ConditionFieldsProps) => {
  const { t, i18n } = useTranslation(['routing', 'care']);
  const { mayChange } = useEditing();
  const set = (part: Partial<When>): void => onChange({ ...when, ...part });
  return (
    <fieldset className={classes.when}>
      <legend>{t('callers.when')}</legend>
      <Checkbox
        label={t('callers.vip')}
        checked={when.vip}
        disabled={!mayChange}
        onChange={(event) => set({ vip: event.currentTarget.checked })}
      />
      <div className={classes.fields}>
        <Select
          label={t('callers.language')}
          placeholder={t('callers.any')}
          clearable
          data={spokenLanguages.map((value) => ({ value, label: languageName(value, i18n.language) }))}
          value={when.language}
          readOnly={!mayChange}
          onChange={(value) => set({ language: spokenLanguages.find((each) => each === value) ?? null })}
        />
        <AmountField
          label={t('callers.balanceOver')}
          placeholder={t('callers.any')}
          readOnly={!mayChange}
          min={0}
          max={1_000_000}
          cents={when.balanceOverCents}
          onChange={(balanceOverCents) => set({ balanceOverCents })}
        />
        <MultiSelect
          label={t('callers.phase')}
          placeholder={when.phases.length === 0 ? t('callers.any') : ''}
          clearable
          data={treatmentPhaseSchema.options.map((value) => ({ value, label: t(`care:phases.${value}`) }))}
          value={when.phases}
          readOnly={!mayChange}
          onChange={(phases) => set({ phases })}
        />
      </div>
    </fieldset>
  );
};
