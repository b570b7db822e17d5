import {
  IconArrowForwardUp,
  IconCircle,
  IconDialpad,
  IconMessageChatbot,
  IconPhone,
  IconPhoneCheck,
  IconPhoneEnd,
  IconPhoneIncoming,
  IconPhoneOutgoing,
  IconPhoneX,
  IconPlayerPause,
  IconPlayerPlay,
  IconRecordMail,
  IconUrgent,
  IconUserOff,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RoutingStep } from '../../src/calls/rules/call-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { formatDuration } from '../ui/duration.ts';
import { absolute, preciseTime } from '../ui/moment.ts';
import { useStepWords } from './step-words.ts';
import classes from './story-steps.module.css';

const icons: Record<string, Icon> = {
  incoming: IconPhoneIncoming,
  emergency: IconUrgent,
  'menu-offered': IconDialpad,
  'menu-chosen': IconDialpad,
  'menu-missed': IconDialpad,
  ringing: IconPhone,
  dialling: IconPhone,
  called: IconPhoneOutgoing,
  script: IconMessageChatbot,
  'script-missed': IconDialpad,
  'key-chosen': IconDialpad,
  machine: IconRecordMail,
  'not-tried': IconUserOff,
  'not-taken': IconPhoneX,
  answered: IconPhoneCheck,
  held: IconPlayerPause,
  'taken-back': IconPlayerPlay,
  transfer: IconArrowForwardUp,
  'transfer-returned': IconArrowForwardUp,
  voicemail: IconRecordMail,
  recorded: IconRecordMail,
  ended: IconPhoneEnd,
};

interface StoryStepsProps {
  steps: readonly RoutingStep[];
  clinic: MyClinic;
  /** The beginning: then times are shown as minutes and seconds since, not by the clock. */
  since?: string;
}

/** What was decided, one line each, with its reason. */
export const StorySteps = ({ steps, clinic, since }: StoryStepsProps) => {
  const { i18n } = useTranslation('calls');
  const words = useStepWords(clinic.id);
  return (
    <ol className={classes.steps}>
      {steps.map((step) => {
        const { what, why } = words(step);
        const StepIcon = icons[step.kind] ?? IconCircle;
        return (
          <li key={step.seq} className={classes.step} data-kind={step.kind} data-reason={step.reason}>
            <span className={classes.icon}>
              <StepIcon size={16} aria-hidden />
            </span>
            <p className={classes.words}>
              {what}
              {why !== null && <span className={classes.why}> {why}</span>}
            </p>
            <time
              className={classes.time}
              dateTime={step.at}
              title={absolute(step.at, i18n.language, clinic.timeZone)}
            >
              {since === undefined
                ? preciseTime(step.at, i18n.language, clinic.timeZone)
                : formatDuration((Date.parse(step.at) - Date.parse(since)) / 1000)}
            </time>
          </li>
        );
      })}
    </ol>
  );
};
