import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { InstanceItem } from '../../../src/workflows/rules/workflow-views.ts';
import type { MyClinic } from '../../accounts/me.query.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { NamesOf } from '../definition-names.tsx';
import { useReasonWords } from '../use-reason-words.ts';
import { useStepNames } from '../versions/use-step-names.ts';
import { versionQuery } from '../versions/versions.query.ts';
import classes from './people.module.css';

interface FailedStepsProps {
  instance: InstanceItem;
  clinic: MyClinic;
}

/** Which steps failed for one, why, how often and when last. */
export const FailedSteps = ({ instance, clinic }: FailedStepsProps) => {
  const { data } = useQuery(versionQuery(clinic.id, instance.workflow.id, instance.version));
  if (data === undefined) return null;
  return (
    <NamesOf definition={data.definition}>
      <Lines instance={instance} clinic={clinic} definition={data.definition} />
    </NamesOf>
  );
};

const Lines = ({ instance, clinic, definition }: FailedStepsProps & { definition: Definition | null }) => {
  const { t } = useTranslation('versions');
  const reasonWords = useReasonWords();
  const { workflow, version, failures = [] } = instance;
  const nameOf = useStepNames(
    { workflowId: workflow.id, version, definition },
    failures.map(({ step }) => step),
  );
  return (
    <ul className={classes.failures}>
      {failures.map(({ step, reason, at, times }) => (
        <li key={step}>
          <IconAlertTriangle size={14} aria-hidden />
          <span>
            <strong>{nameOf(step)}</strong>
            {reason !== null && `: ${reasonWords(reason)}`}
            {' · '}
            {times > 1 && `${t('people.times', { count: times })} `}
            <MomentText at={at} timeZone={clinic.timeZone} />
          </span>
        </li>
      ))}
    </ul>
  );
};
