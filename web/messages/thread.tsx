import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../src/messages/rules/conversation-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { AnswerBox } from './answer-box.tsx';
import { MessageBubble } from './message-bubble.tsx';
import { conversationQuery, threadQuery } from './messages.query.ts';
import type { MessagesSearch } from './messages-search.ts';
import { conversationTitle } from './person-names.ts';
import { ThreadHead } from './thread-head.tsx';
import classes from './thread.module.css';
import { useConversationCommands } from './use-conversation-commands.ts';

interface ThreadProps {
  clinic: MyClinic;
  conversationId: string;
  search: MessagesSearch;
}

/** Reading it makes it read, once for each message that comes while it is open. */
const MarkRead = ({ clinicId, conversation }: { clinicId: string; conversation: ConversationView }) => {
  const { markRead } = useConversationCommands(clinicId, conversation);
  const mark = useEffectEvent(markRead);
  const { unread } = conversation;
  useEffect(() => {
    if (unread > 0) mark();
  }, [unread]);
  return null;
};

/** The messages, oldest at the top; the newest is in sight when it comes. */
const Messages = ({ clinic, conversation }: { clinic: MyClinic; conversation: ConversationView }) => {
  const { t } = useTranslation('messages');
  const list = useInfiniteQuery(threadQuery(clinic.id, conversation.id));
  const scroller = useRef<HTMLDivElement>(null);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const newest = items[0]?.id;
  useEffect(() => {
    if (newest !== undefined) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [newest]);
  return (
    // A part that scrolls has to be reachable by keyboard.
    <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label={t('title')}>
      {list.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('earlier')}
        </Button>
      )}
      {list.isPending && <RowsSkeleton rows={4} />}
      {list.error !== null && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      <ol className={classes.messages} aria-live="polite">
        {items.toReversed().map((message) => (
          <MessageBubble
            key={message.id}
            message={message}
            timeZone={clinic.timeZone}
            inFamily={conversation.people.length > 1}
          />
        ))}
      </ol>
    </div>
  );
};

/** One conversation: what was written, and the place for an answer. */
export const Thread = ({ clinic, conversationId, search }: ThreadProps) => {
  const { format } = usePhoneNumbers();
  const { data: conversation, error, refetch } = useQuery(conversationQuery(clinic.id, conversationId));
  if (error !== null && conversation === undefined)
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (conversation === undefined) return <RowsSkeleton rows={6} />;
  return (
    <section className={classes.thread} aria-label={conversationTitle(conversation, format)}>
      <MarkRead clinicId={clinic.id} conversation={conversation} />
      <ThreadHead clinic={clinic} conversation={conversation} search={search} />
      <Messages clinic={clinic} conversation={conversation} />
      <AnswerBox
        key={conversation.id}
        clinicId={clinic.id}
        conversation={conversation}
        name={conversation.people[0]?.name ?? format(conversation.address)}
      />
    </section>
  );
};
