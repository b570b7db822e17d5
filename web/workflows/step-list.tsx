import { useTranslation } from 'react-i18next';
import { TemplateText } from '../templates/template-text.tsx';
import type { BranchStep, ConditionStep, Step } from '../../src/workflows/rules/steps.ts';
import { useStepNumber } from './definition-names.tsx';
import { stepIcons } from './step-icons.ts';
import { useRuleWords } from './use-rule-words.ts';
import { useStepWords } from './use-step-words.ts';
import classes from './workflows.module.css';

interface StepListProps {
  steps: readonly Step[];
  /** how many instances stand at each step */
  at: Readonly<Record<string, number>>;
  /** the one that is being done, where somebody plays */
  lit?: string | null;
}

/** Steps in words, from top to bottom; what is nested stands indented. */
export const StepList = ({ steps, at, lit = null }: StepListProps) => {
  const { t } = useTranslation('workflows');
  if (steps.length === 0) return <p className={classes.nothing}>{t('do.nothing')}</p>;
  return (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <OneStep key={step.id} step={step} at={at} lit={lit} />
      ))}
    </ol>
  );
};

type Shown = Required<Pick<StepListProps, 'at' | 'lit'>>;

const OneStep = ({ step, at, lit }: Shown & { step: Step }) => {
  const { t } = useTranslation('workflows');
  const stepWords = useStepWords();
  const ruleWords = useRuleWords();
  const StepIcon = stepIcons[step.do];
  const number = useStepNumber()(step.id);
  const here = at[step.id] ?? 0;
  const words =
    step.do === 'CONDITION'
      ? t('do.condition', { rule: ruleWords(step.if) })
      : step.do === 'BRANCH'
        ? t('do.branch')
        : stepWords(step);
  return (
    <li className={classes.step} aria-current={step.id === lit ? 'step' : undefined}>
      <div className={classes.stepLine}>
        <StepIcon size={18} stroke={1.7} aria-hidden className={classes.stepIcon} />
        <span>
          {number !== undefined && <span className={classes.number}>{number}</span>}
          <span>
            <TemplateText text={words} />
          </span>
        </span>
        {here > 0 && <span className={classes.here}>{t('standHere', { count: here })}</span>}
      </div>
      {step.do === 'CONDITION' && <Ways step={step} at={at} lit={lit} />}
      {step.do === 'BRANCH' && <Branches step={step} at={at} lit={lit} />}
    </li>
  );
};

const Ways = ({ step, at, lit }: Shown & { step: ConditionStep }) => {
  const { t } = useTranslation('workflows');
  return (
    <div className={classes.nested}>
      <StepList steps={step.yes} at={at} lit={lit} />
      {step.no.length > 0 && (
        <>
          <p className={classes.way}>{t('do.otherwise')}</p>
          <StepList steps={step.no} at={at} lit={lit} />
        </>
      )}
    </div>
  );
};

const Branches = ({ step, at, lit }: Shown & { step: BranchStep }) => {
  const { t } = useTranslation('workflows');
  const ruleWords = useRuleWords();
  return (
    <div className={classes.nested}>
      {step.branches.map((branch) => (
        <div key={branch.name}>
          <p className={classes.way}>
            {step.by === 'percent'
              ? t('do.share', { name: branch.name, percent: branch.percent ?? 0 })
              : `${branch.name}: ${t('do.condition', { rule: branch.if ? ruleWords(branch.if) : t('always') })}`}
          </p>
          <StepList steps={branch.steps} at={at} lit={lit} />
        </div>
      ))}
      <p className={classes.way}>{t('do.otherwise')}</p>
      <StepList steps={step.otherwise} at={at} lit={lit} />
    </div>
  );
};
