import { useTranslation } from 'react-i18next';
import type { ConditionStep } from '../../../../src/workflows/rules/steps.ts';
import classes from './forms.module.css';
import { RuleEditor } from './rules/rule-editor.tsx';
import type { FormOf } from './step-form-props.ts';
import { useFaultWords } from './use-fault-words.ts';

/** What is asked; what follows from the answer stands in the picture. */
export const ConditionForm = ({ step, faults, definition, onChange }: FormOf<ConditionStep>) => {
  const { t } = useTranslation('stepForms');
  const wrong = useFaultWords(faults);
  return (
    <>
      <RuleEditor
        label={t('condition.if')}
        group={step.if}
        emptyError={wrong('no-condition')}
        definition={definition}
        onChange={(group) => onChange({ ...step, if: group })}
      />
      <p className={classes.hint}>{t('condition.hint')}</p>
    </>
  );
};
