import { IconBolt, IconClipboardText, IconCornerDownRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { Execution } from '../../../src/workflows/rules/effect.ts';
import type { Happening } from '../../../src/workflows/rules/play/happening.ts';
import type { Entry } from '../../../src/workflows/rules/play/world.ts';
import { programOf } from '../../../src/workflows/rules/program.ts';
import { stepIcons } from '../step-icons.ts';
import { useReasonWords } from '../use-reason-words.ts';
import { useStepName } from '../use-step-name.ts';
import { ContactLine } from './contact-line.tsx';
import { playTime } from './play-time.ts';
import { TemplateText } from '../../templates/template-text.tsx';
import classes from './play.module.css';
import { useAnswerWords } from './use-answer-words.ts';

interface PlayEntryProps {
  entry: Entry;
  definition: Definition;
  timeZone: string;
  zoned: boolean;
}

/** One line of the story. */
export const PlayEntry = ({ entry, definition, timeZone, zoned }: PlayEntryProps) => {
  const { t, i18n } = useTranslation(['play', 'workflows']);
  const answerWords = useAnswerWords();
  const happeningWords = useHappeningWords(timeZone);
  const time = (at: Temporal.Instant): string => playTime(at, i18n.language, timeZone, zoned);
  switch (entry.told) {
    case 'step':
      return <StepLine execution={entry.execution} definition={definition} time={time} />;
    case 'task':
      return (
        <Line icon={<IconClipboardText size={18} aria-hidden />}>
          <strong>{t(`task.${entry.effect.kind}`)}</strong> {entry.effect.text}
          {entry.effect.dueAt !== null && (
            <span className={classes.quiet}>
              {t('due', { time: time(Temporal.Instant.from(entry.effect.dueAt)) })}
            </span>
          )}
        </Line>
      );
    case 'contact':
      return <ContactLine entry={entry} time={time} timeZone={timeZone} />;
    case 'answer':
      return (
        <Line icon={<IconCornerDownRight size={18} aria-hidden />}>
          <strong>{answerWords(entry.contact.effect.effect, entry.answer)}</strong>
        </Line>
      );
    case 'happened':
      return (
        <Line icon={<IconBolt size={18} aria-hidden />}>
          <strong>{happeningWords(entry.what)}</strong>
        </Line>
      );
  }
};

const Line = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <div className={classes.line}>
    <span className={classes.icon}>{icon}</span>
    <div className={classes.words}>{children}</div>
  </div>
);

const useHappeningWords = (timeZone: string): ((what: Happening) => string) => {
  const { t, i18n } = useTranslation(['play', 'workflows']);
  return (what) => {
    if (what.what === 'event') return t('happened.event', { event: t(`workflows:events.${what.kind}`) });
    if (what.what !== 'appointment-moved') return t(`happened.${what.what}`);
    const time = playTime(Temporal.Instant.from(what.startsAt), i18n.language, timeZone, false);
    return t('happened.appointment-moved', { time });
  };
};

interface StepLineProps {
  execution: Execution;
  definition: Definition;
  time: (at: Temporal.Instant) => string;
}

const StepLine = ({ execution, definition, time }: StepLineProps) => {
  const { t } = useTranslation(['play', 'workflows']);
  const reasonWords = useReasonWords();
  const { told } = useStepName();
  const { step: id, outcome, reason, detail } = execution;
  const step = id === null ? undefined : programOf(definition).places.get(id)?.step;
  const Icon = step === undefined ? IconBolt : stepIcons[step.do];
  const again = execution.key !== null;
  const until = typeof detail['until'] === 'string' ? Temporal.Instant.from(detail['until']) : null;
  return (
    <Line icon={<Icon size={18} aria-hidden />}>
      <strong>
        {again ? t('callsAgain') : t(`workflows:outcomes.${outcome}`)}
        {until !== null && outcome === 'waiting' && ` ${time(until)}`}
      </strong>
      {reason !== null && !again && `: ${reasonWords(reason)}`}
      <span className={classes.quiet}>{step !== undefined && <TemplateText text={told(step)} />}</span>
    </Line>
  );
};
