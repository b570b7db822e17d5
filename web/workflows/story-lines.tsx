import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../src/workflows/rules/steps.ts';
import { programOf } from '../../src/workflows/rules/program.ts';
import type { ExecutionView, InstanceView } from '../../src/workflows/rules/workflow-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { Why } from '../consent/why.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import { useReasonWords } from './use-reason-words.ts';
import { useStepName } from './use-step-name.ts';
import { useStepNames } from './versions/use-step-names.ts';
import { TemplateText } from '../templates/template-text.tsx';
import classes from './workflows.module.css';

interface StoryLinesProps {
  story: InstanceView;
  clinic: MyClinic;
}

/** Each thing done with its reason, in the order in which it was done. */
export const StoryLines = ({ story, clinic }: StoryLinesProps) => {
  const { definition, executions, version } = story;
  const places = definition === null ? null : programOf(definition).places;
  // Before somebody moved on to another version, it may have been steps that are gone.
  const nameOf = useStepNames(
    { workflowId: story.workflow.id, version, definition },
    executions.flatMap(({ step }) => step ?? []),
  );
  return (
    <ol className={classes.story}>
      {executions.map((execution) => (
        <StoryLine
          key={execution.number}
          execution={execution}
          step={execution.step === null ? undefined : places?.get(execution.step)?.step}
          nameOf={nameOf}
          clinic={clinic}
        />
      ))}
    </ol>
  );
};

interface StoryLineProps {
  execution: ExecutionView;
  step: Step | undefined;
  nameOf: (id: string) => string;
  clinic: MyClinic;
}

const StoryLine = ({ execution, step, nameOf, clinic }: StoryLineProps) => {
  const { t } = useTranslation('workflows');
  const reasonWords = useReasonWords();
  const { told } = useStepName();
  const { outcome, reason, detail, message, call, decisionId } = execution;
  // The call itself stands there where it was asked for, not again where its outcome does.
  const dials = outcome === 'waiting' && reason === 'on-the-telephone';
  const words = (): string => {
    if (step !== undefined) return told(step);
    if (outcome === 'moved') return t('round');
    return execution.step === null ? '' : nameOf(execution.step);
  };
  return (
    <li className={classes.line} data-outcome={outcome}>
      <span className={classes.dim}>
        <MomentText at={execution.at} timeZone={clinic.timeZone} words="calendar" />
      </span>
      <span>
        <strong>{t(dials ? 'outcomes.calls' : `outcomes.${outcome}`)}</strong>
        {typeof detail.until === 'string' && (
          <>
            {' '}
            <MomentText at={detail.until} timeZone={clinic.timeZone} words="within" />
          </>
        )}
        {reason !== null && !dials && `: ${reasonWords(reason)}`}
        <span className={classes.under}>
          <TemplateText text={words()} />
        </span>
        {typeof detail.why === 'string' && (
          <span className={classes.under}>{t('byHand', { by: detail.by ?? '', why: detail.why })}</span>
        )}
        {message !== null && <MessageWords message={message} clinic={clinic} />}
        {call !== null && dials && <CallWords call={call} clinic={clinic} />}
        {decisionId !== null && (call === null || dials) && <Why decisionId={decisionId} />}
      </span>
    </li>
  );
};

const CallWords = ({ call, clinic }: { call: NonNullable<ExecutionView['call']>; clinic: MyClinic }) => {
  const { t } = useTranslation('workflows');
  const reasonWords = useReasonWords();
  const callId = call.id;
  const why = call.reason ?? (call.status === 'over' ? call.outcome : null);
  return (
    <span className={classes.message}>
      {t('call.title')} {t(`call.${call.status}`)}
      {why !== null && `: ${reasonWords(why)}`}
      {call.status === 'waiting' && (
        <>
          {' · '}
          <MomentText at={call.dueAt} timeZone={clinic.timeZone} words="calendar" />
        </>
      )}
      {callId !== null && (
        <>
          {' · '}
          <Anchor
            inherit
            renderRoot={(props: object) => (
              <Link
                {...props}
                to="/clinics/$clinicId/calls/$callId"
                params={{ clinicId: clinic.id, callId }}
              />
            )}
          >
            {t('call.open')}
          </Anchor>
        </>
      )}
    </span>
  );
};

const MessageWords = ({
  message,
  clinic,
}: {
  message: NonNullable<ExecutionView['message']>;
  clinic: MyClinic;
}) => {
  const { t } = useTranslation('workflows');
  const reasonWords = useReasonWords();
  const at = message.deliveredAt ?? message.sentAt ?? (message.status === 'waiting' ? message.dueAt : null);
  return (
    <span className={classes.message}>
      {t(`channels.${message.channel}` as 'channels.sms')} {t(`message.${message.status}` as 'message.sent')}
      {message.reason !== null && `: ${reasonWords(message.reason)}`}
      {at !== null && (
        <>
          {' · '}
          <MomentText at={at} timeZone={clinic.timeZone} words="calendar" />
        </>
      )}
    </span>
  );
};
