import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Performance, StepCount } from '../../../src/workflows/rules/step-numbers.ts';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { stepIcons } from '../step-icons.ts';
import { useReasonWords } from '../use-reason-words.ts';
import { useStepName } from '../use-step-name.ts';
import type { PeopleFilter } from '../workflow-search.ts';
import { TemplateText } from '../../templates/template-text.tsx';
import classes from './numbers.module.css';

interface StepNumbersProps {
  id: string;
  /** undefined: one of another version */
  step: Step | undefined;
  name: string;
  numbers: Performance['steps'][number] | undefined;
  workflowId: string;
  filter: PeopleFilter;
}

const order: readonly StepCount[] = [
  'entered',
  'waiting',
  'done',
  'delivered',
  'answered',
  'clicked',
  'replied',
  'confirmed',
  'opted-out',
  'skipped',
  'failed',
];

/** One step with its numbers; each leads to the people behind it. */
export const StepNumbers = ({ id, step, name, numbers, workflowId, filter }: StepNumbersProps) => {
  const { t } = useTranslation('versions');
  const { told } = useStepName();
  const StepIcon = step === undefined ? null : stepIcons[step.do];
  const shown = order.filter((how) => (numbers?.counts[how] ?? 0) > 0);
  return (
    <li className={classes.step}>
      <p className={classes.words}>
        {StepIcon !== null && <StepIcon size={16} aria-hidden />}
        <span>{step === undefined ? name : <TemplateText text={told(step)} />}</span>
      </p>
      {shown.length === 0 && <p className={classes.dim}>{t('numbers.nobody')}</p>}
      <ul className={classes.numbers}>
        {shown.map((how) => (
          <li key={how} data-how={how}>
            <Number
              count={numbers?.counts[how] ?? 0}
              to={{ ...filter, step: id, how }}
              workflowId={workflowId}
            >
              {t(`counts.${how}`, { count: numbers?.counts[how] ?? 0 })}
            </Number>
          </li>
        ))}
      </ul>
      {numbers !== undefined && numbers.reasons.length > 0 && (
        <Reasons id={id} reasons={numbers.reasons} workflowId={workflowId} filter={filter} />
      )}
    </li>
  );
};

interface ReasonsProps {
  id: string;
  reasons: Performance['steps'][number]['reasons'];
  workflowId: string;
  filter: PeopleFilter;
}

const Reasons = ({ id, reasons, workflowId, filter }: ReasonsProps) => {
  const reasonWords = useReasonWords();
  return (
    <ul className={classes.reasons}>
      {reasons.map(({ how, reason, count }) => (
        <li key={`${how} ${reason}`}>
          <Number count={count} to={{ ...filter, step: id, how, reason }} workflowId={workflowId}>
            {reasonWords(reason)}
          </Number>
        </li>
      ))}
    </ul>
  );
};

interface NumberProps {
  count: number;
  to: PeopleFilter;
  workflowId: string;
  children: string;
}

const Number = ({ count, to, workflowId, children }: NumberProps) => {
  const { i18n } = useTranslation();
  const { clinic } = useCurrentClinic();
  return (
    <Link
      to="/clinics/$clinicId/workflows/$workflowId"
      params={{ clinicId: clinic.id, workflowId }}
      search={to}
      className={classes.number}
    >
      <strong>{new Intl.NumberFormat(i18n.language).format(count)}</strong> {children}
    </Link>
  );
};
