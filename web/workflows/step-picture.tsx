import { IconFlag, IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../src/workflows/rules/definition.ts';
import type { BranchStep, Step } from '../../src/workflows/rules/steps.ts';
import classes from './step-picture.module.css';
import { NamesOf, useStepNumber } from './definition-names.tsx';
import { stepIcons } from './step-icons.ts';
import { kindOf } from './step-kind.ts';
import { useDefinitionWords } from './use-definition-words.ts';
import { useShortWords } from './use-short-words.ts';

/** A workflow as a picture, drawn from its definition: what begins it, its steps from top to bottom, what ends it. */
export const StepPicture = ({ definition }: { definition: Definition }) => (
  <NamesOf definition={definition}>
    <Picture definition={definition} />
  </NamesOf>
);

const Picture = ({ definition }: { definition: Definition }) => {
  const { begins, ends } = useDefinitionWords()(definition);
  return (
    <div className={classes.picture}>
      <Node kind="begin" icon={<IconPlayerPlay size={16} aria-hidden />}>
        {begins}
      </Node>
      <Steps steps={definition.steps} />
      {ends !== null && (
        <Node kind="end" icon={<IconFlag size={16} aria-hidden />}>
          <span className={classes.dim}>{ends}</span>
        </Node>
      )}
    </div>
  );
};

const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ol className={classes.steps}>
    {steps.map((step) => (
      <li key={step.id}>
        <OneStep step={step} />
      </li>
    ))}
  </ol>
);

const OneStep = ({ step }: { step: Step }) => {
  const { t } = useTranslation('workflows');
  const shortWords = useShortWords();
  const StepIcon = stepIcons[step.do];
  const number = useStepNumber()(step.id);
  const icon = <StepIcon size={16} aria-hidden />;
  if (step.do === 'CONDITION')
    return (
      <>
        <Node kind="choice" icon={icon} number={number}>
          {shortWords(step)}
        </Node>
        {step.yes.length > 0 && <Way steps={step.yes} />}
        {step.no.length > 0 && <Way title={t('do.otherwise')} steps={step.no} />}
      </>
    );
  if (step.do === 'BRANCH') return <Branches step={step} icon={icon} number={number} />;
  return (
    <Node kind={kindOf(step)} icon={icon} number={number}>
      {shortWords(step)}
    </Node>
  );
};

interface BranchesProps {
  step: BranchStep;
  icon: ReactNode;
  number: number | undefined;
}

const Branches = ({ step, icon, number }: BranchesProps) => {
  const { t } = useTranslation('workflows');
  return (
    <>
      <Node kind="choice" icon={icon} number={number}>
        {t('do.branch')}
      </Node>
      {step.branches.map(({ name, percent, steps }) => (
        <Way
          key={name}
          title={step.by === 'percent' ? t('do.share', { name, percent: percent ?? 0 }) : name}
          steps={steps}
        />
      ))}
      {step.otherwise.length > 0 && <Way title={t('do.otherwise')} steps={step.otherwise} />}
    </>
  );
};

const Way = ({ title, steps }: { title?: string; steps: readonly Step[] }) => (
  <div className={classes.way}>
    {title !== undefined && <p className={classes.wayTitle}>{title}</p>}
    <Steps steps={steps} />
  </div>
);

interface NodeProps {
  kind: string;
  icon: ReactNode;
  /** what conditions call the step by */
  number?: number | undefined;
  children: ReactNode;
}

const Node = ({ kind, icon, number, children }: NodeProps) => (
  <div className={classes.node} data-kind={kind}>
    <span className={classes.icon}>{icon}</span>
    <span>
      {number !== undefined && <span className={classes.number}>{number}</span>}
      <span>{children}</span>
    </span>
  </div>
);
