import { useTranslation } from 'react-i18next';
import type { ConditionStep } from '../../../../src/workflows/rules/steps.ts';
import classes from './forms.module.css';
import { RuleEditor } from './rules/rule-editor.tsx';
import type { FormOf } from './step-form-props.ts';

/** What is asked; what follows from the answer stands in the picture. */
export const ConditionForm = ({ step, definition, onChange }: FormOf<ConditionStep>) => {
  const { t } = useTranslation('stepForms');
  return (
    <>
      <RuleEditor
        label={t('condition.if')}
        group={step.if}
        definition={definition}
        onChange={(group) => onChange({ ...step, if: group })}
      />
      <p className={classes.hint}>{t('condition.hint')}</p>
    </>
  );
};
