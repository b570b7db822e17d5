import { useTranslation } from 'react-i18next';
import type { DefinitionFault } from '../../src/workflows/rules/definition-fault.ts';
import { useStepNumber } from './definition-names.tsx';
import classes from './workflows.module.css';

/** What is wrong with a definition, and with which of its steps. */
export const FaultLines = ({ faults }: { faults: readonly DefinitionFault[] }) => {
  const { t } = useTranslation('workflows');
  const stepNumber = useStepNumber();
  return (
    <ul className={classes.faults}>
      {faults.map(({ step, code, detail }) => (
        <li key={`${step} ${code} ${detail}`}>
          {step !== null && `${t('stepNumber', { number: stepNumber(step) ?? step })}: `}
          {t(`fault.${code}`, { detail: detail ?? '' })}
        </li>
      ))}
    </ul>
  );
};
