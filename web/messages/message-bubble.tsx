import {
  IconAlertTriangle,
  IconCheck,
  IconChecks,
  IconClock,
  IconHandStop,
  IconQuestionMark,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../src/messages/rules/conversation-views.ts';
import { Why } from '../consent/why.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';
import classes from './thread.module.css';
import { useOriginWords } from './use-origin-words.ts';

const looks: Record<MessageView['status'], [Tone, ReactNode]> = {
  waiting: ['grey', <IconClock key="i" size={14} />],
  sending: ['grey', <IconClock key="i" size={14} />],
  sent: ['grey', <IconCheck key="i" size={14} />],
  delivered: ['green', <IconChecks key="i" size={14} />],
  failed: ['red', <IconAlertTriangle key="i" size={14} />],
  unknown: ['amber', <IconQuestionMark key="i" size={14} />],
  withheld: ['amber', <IconHandStop key="i" size={14} />],
  withdrawn: ['grey', <IconHandStop key="i" size={14} />],
  received: ['grey', <IconCheck key="i" size={14} />],
};

interface MessageBubbleProps {
  message: MessageView;
  timeZone: string;
  /** several people share the number: says whom it is about */
  inFamily: boolean;
}

/** What was written, by whom, and what became of it. */
export const MessageBubble = ({ message, timeZone, inFamily }: MessageBubbleProps) => {
  const { t, i18n } = useTranslation('messages');
  const { direction, status, reason, errorCode, workflow, by, automatic, about, understood } = message;
  const originWords = useOriginWords();
  const [tone, icon] = looks[status];
  const listed = new Intl.ListFormat(i18n.language);
  const author = automatic ? t('automatic') : (originWords(message) ?? by);
  const why = reason !== null && i18n.exists(`messages:reasons.${reason}`);
  return (
    <li className={classes.message} data-direction={direction} data-status={status}>
      {message.subject !== null && <p className={classes.subject}>{message.subject}</p>}
      <p className={classes.text}>
        {message.text ?? <em>{t(status === 'waiting' ? 'notWritten' : 'neverWritten')}</em>}
      </p>
      <div className={classes.meta}>
        <MomentText at={message.at} timeZone={timeZone} />
        {author !== null && <span>{author}</span>}
        {(inFamily || message.alsoAbout.length > 0) && about !== null && workflow !== null && (
          <span>
            {t('about', { name: listed.format([about, ...message.alsoAbout].map(({ name }) => name)) })}
          </span>
        )}
        {direction === 'inbound' && understood !== null && <span>{t(`understood.${understood}`)}</span>}
        {direction === 'outbound' && (
          <StatusLabel tone={tone} icon={icon}>
            {t(`statuses.${status}`)}
            {why && `: ${t(`reasons.${reason}` as 'reasons.expired')}`}
            {errorCode !== null && status === 'failed' && ` (${t('carrierCode', { code: errorCode })})`}
          </StatusLabel>
        )}
        {message.openedAt !== null && (
          <span>
            {t(message.clickedAt === null ? 'openedAt' : 'clickedAt')}{' '}
            <MomentText at={message.clickedAt ?? message.openedAt} timeZone={timeZone} words="calendar" />
          </span>
        )}
        {message.decisionId !== null && <Why decisionId={message.decisionId} />}
        {status === 'waiting' && message.dueAt > message.at && (
          <span>
            {t('dueAt')} <MomentText at={message.dueAt} timeZone={timeZone} words="within" />
          </span>
        )}
      </div>
    </li>
  );
};
