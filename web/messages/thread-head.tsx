import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconRotate, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../src/messages/rules/conversation-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { PersonLink } from '../patients/person-link.tsx';
import { staffQuery } from '../staff/staff.query.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import panes from '../ui/two-panes.module.css';
import type { MessagesSearch } from './messages-search.ts';
import classes from './thread.module.css';
import { useConversationCommands } from './use-conversation-commands.ts';

interface ThreadHeadProps {
  clinic: MyClinic;
  conversation: ConversationView;
  search: MessagesSearch;
}

const AssignMenu = ({ clinic, conversation }: Omit<ThreadHeadProps, 'search'>) => {
  const { t } = useTranslation('messages');
  const { data: staff = [] } = useQuery(staffQuery(clinic.id));
  const { assign } = useConversationCommands(clinic.id, conversation);
  const { assignedTo } = conversation;
  const people = staff.toSorted(
    (one, other) => Number(other.id === clinic.staffId) - Number(one.id === clinic.staffId),
  );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="compact-md" leftSection={<IconUser size={16} aria-hidden />}>
          {assignedTo === null ? t('assign') : assignedTo.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {people.map(({ id, name }) => (
          <Menu.Item
            key={id}
            rightSection={assignedTo?.id === id ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => assign({ id, name })}
          >
            {id === clinic.staffId ? t('me', { name }) : name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => assign(null)}>{t('nobody')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

/** Whose conversation it is, and what can be done with it. */
export const ThreadHead = ({ clinic, conversation, search }: ThreadHeadProps) => {
  const { t } = useTranslation('messages');
  const { format } = usePhoneNumbers();
  const { close, reopen } = useConversationCommands(clinic.id, conversation);
  const { people, channel, address, status } = conversation;
  const { with: _with, ...list } = search;
  const number = channel === 'sms' ? format(address) : address;
  return (
    <header className={classes.head}>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={panes.back}
        aria-label={t('back')}
        renderRoot={(props) => (
          <Link {...props} to="/clinics/$clinicId/messages" params={{ clinicId: clinic.id }} search={list} />
        )}
      >
        <IconArrowLeft size={20} aria-hidden />
      </ActionIcon>
      <div className={classes.who}>
        <h2 className={classes.title}>
          {people.length === 0
            ? number
            : people.map(({ patientId, name }, index) => (
                <span key={patientId}>
                  {index > 0 && ', '}
                  <PersonLink clinicId={clinic.id} patientId={patientId}>
                    {name}
                  </PersonLink>
                </span>
              ))}
        </h2>
        <p className={classes.sub}>
          {t(`channels.${channel}`)}
          {people.length > 0 && channel !== 'in-app' && ` · ${number}`}
          {people.length === 0 && ` · ${t('unknown')}`}
        </p>
      </div>
      <div className={classes.deeds}>
        <AssignMenu clinic={clinic} conversation={conversation} />
        {status === 'open' ? (
          <Button size="compact-md" leftSection={<IconCheck size={16} aria-hidden />} onClick={close}>
            {t('close')}
          </Button>
        ) : (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconRotate size={16} aria-hidden />}
            onClick={reopen}
          >
            {t('reopen')}
          </Button>
        )}
      </div>
    </header>
  );
};
