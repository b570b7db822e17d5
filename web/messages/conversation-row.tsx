import { Link } from '@tanstack/react-router';
import {
  IconAlertCircle,
  IconBellOff,
  IconCheck,
  IconClock,
  IconDeviceMobileMessage,
  IconMail,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../src/messages/rules/conversation-views.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';
import classes from './conversation-list.module.css';
import { conversationTitle } from './person-names.ts';
import type { MessagesSearch } from './messages-search.ts';

interface ConversationRowProps {
  conversation: ConversationView;
  clinicId: string;
  timeZone: string;
  search: MessagesSearch;
}

const openLooks: Record<string, [Tone, ReactNode]> = {
  answered: ['grey', <IconCheck key="i" size={14} />],
  unclear: ['blue', <IconAlertCircle key="i" size={14} />],
  'new-time': ['amber', <IconClock key="i" size={14} />],
};

/** Why it is still on the list. */
const OpenLabel = ({ reason }: { reason: string }) => {
  const { t } = useTranslation('messages');
  const [tone, icon] = openLooks[reason] ?? ['amber', <IconAlertCircle key="i" size={14} />];
  return (
    <StatusLabel tone={tone} icon={icon}>
      {t(`openReasons.${reason}` as 'openReasons.unclear')}
    </StatusLabel>
  );
};

/** One conversation: who, what they wrote last, and what it wants. */
export const ConversationRow = ({ conversation, clinicId, timeZone, search }: ConversationRowProps) => {
  const { t } = useTranslation('messages');
  const { format } = usePhoneNumbers();
  const { id, unread, last, status, waitsSince, openReason, optedOut, channel, assignedTo } = conversation;
  const { to: _to, ...rest } = search;
  const Channel = channel === 'email' ? IconMail : IconDeviceMobileMessage;
  return (
    <Link
      to="/clinics/$clinicId/messages"
      params={{ clinicId }}
      search={{ ...rest, with: id }}
      className={classes.row}
      data-unread={unread > 0 || undefined}
      aria-current={search.with === id || undefined}
    >
      <span className={classes.line}>
        <Channel size={16} aria-hidden className={classes.channel} />
        <span className={classes.name}>{conversationTitle(conversation, format)}</span>
        <span className={classes.when}>
          <MomentText at={conversation.lastMessageAt} timeZone={timeZone} />
        </span>
      </span>
      <span className={classes.line}>
        <span className={classes.preview}>
          {last?.direction === 'outbound' && `${t('you')}: `}
          {last !== null && (last.text === '' ? t(`statuses.${last.status}`) : last.text)}
        </span>
        {unread > 0 && (
          <span className={classes.count} role="img" aria-label={t('unread', { count: unread })}>
            {unread}
          </span>
        )}
      </span>
      {(status === 'open' || optedOut) && (
        <span className={classes.marks}>
          {status === 'open' && (
            <OpenLabel reason={waitsSince === null ? 'answered' : (openReason ?? 'unclear')} />
          )}
          {optedOut && (
            <StatusLabel tone="grey" icon={<IconBellOff size={14} />}>
              {t('optedOut')}
            </StatusLabel>
          )}
          {assignedTo !== null && <span className={classes.assigned}>{assignedTo.name}</span>}
        </span>
      )}
    </Link>
  );
};
