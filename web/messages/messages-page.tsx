import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconMessages, IconPencil } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { conversationScopeSchema } from '../../src/messages/rules/conversation-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import type { MyClinic } from '../accounts/me.query.ts';
import { staffQuery } from '../staff/staff.query.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import panes from '../ui/two-panes.module.css';
import { TwoPanes } from '../ui/two-panes.tsx';
import { ConversationRow } from './conversation-row.tsx';
import classes from './messages-page.module.css';
import { inboxQuery } from './messages.query.ts';
import { readMessagesSearch, type MessagesSearch } from './messages-search.ts';
import { Thread } from './thread.tsx';
import { WriteFirst } from './write-first.tsx';

const route = getRouteApi('/signed-in/clinics/$clinicId/messages');

const Filters = ({ clinic, search }: { clinic: MyClinic; search: MessagesSearch }) => {
  const { t } = useTranslation('messages');
  const navigate = route.useNavigate();
  const { data: staff = [] } = useQuery(staffQuery(clinic.id));
  const change = (part: Record<string, unknown>): void => {
    void navigate({ search: readMessagesSearch({ ...search, ...part }), replace: true });
  };
  const colleagues = staff.filter(({ id }) => id !== clinic.staffId);
  return (
    <div className={classes.filters}>
      <SegmentedControl
        aria-label={t('scope')}
        data={conversationScopeSchema.options.map((value) => ({ value, label: t(`scopes.${value}`) }))}
        value={search.show ?? 'open'}
        onChange={(show) => change({ show })}
      />
      <Select
        aria-label={t('assignee')}
        placeholder={t('anyAssignee')}
        clearable
        className={classes.assignee}
        data={[
          ...(clinic.staffId === null ? [] : [{ value: clinic.staffId, label: t('mine') }]),
          { value: 'nobody', label: t('nobodys') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={search.assignedTo ?? null}
        onChange={(assignedTo) => change({ assignedTo })}
      />
    </div>
  );
};

const ConversationList = ({ clinic, search }: { clinic: MyClinic; search: MessagesSearch }) => {
  const { t } = useTranslation('messages');
  const status = search.show ?? 'open';
  const { assignedTo } = search;
  const list = useInfiniteQuery(
    inboxQuery(clinic.id, { status, ...(assignedTo === undefined ? {} : { assignedTo }) }),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <nav className={panes.list} aria-label={t('list')}>
        {list.error !== null && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && list.error === null && <RowsSkeleton rows={8} />}
        {items.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            clinicId={clinic.id}
            timeZone={clinic.timeZone}
            search={search}
          />
        ))}
        {list.data !== undefined && items.length === 0 && (
          <EmptyState icon={<IconMessages />} title={t(`none.${status}`)}>
            {t('noneText')}
          </EmptyState>
        )}
      </nav>
      <MoreRows
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
};

/** The inbox: the conversations, and the open one. */
export const MessagesPage = () => {
  const { t } = useTranslation('messages');
  const { clinic } = useCurrentClinic();
  const search = route.useSearch();
  const { with: conversationId, to } = search;
  const open = conversationId !== undefined || to !== undefined;
  return (
    <div className={classes.page}>
      <PageHead title={t('title')}>
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/clinics/$clinicId/messages"
              params={{ clinicId: clinic.id }}
              search={{ ...search, to: 'somebody' }}
            />
          )}
        >
          {t('newMessage')}
        </Button>
      </PageHead>
      <TwoPanes
        open={open}
        openStays
        list={
          <>
            <Filters clinic={clinic} search={search} />
            <ConversationList clinic={clinic} search={search} />
          </>
        }
      >
        {to !== undefined && <WriteFirst key={to} clinicId={clinic.id} to={to} search={search} />}
        {to === undefined && conversationId !== undefined && (
          <Thread key={conversationId} clinic={clinic} conversationId={conversationId} search={search} />
        )}
        {!open && (
          <EmptyState icon={<IconMessages />} title={t('choose')}>
            {t('chooseText')}
          </EmptyState>
        )}
      </TwoPanes>
    </div>
  );
};
