import { Tabs } from '@mantine/core';
import { IconMail, IconMessage, IconPhone, IconPhoneCall } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Telephone as TelephoneState } from '../desk/desk-state.ts';
import { useDesk, useLayout } from '../desk/desk-context.ts';
import { DRAGGED_NUMBER } from '../desk/dragged-number.ts';
import type { Tab } from '../desk/layout.ts';
import { MailTab } from '../mail/mail-tab.tsx';
import { MessagesTab } from '../messages/messages-tab.tsx';
import { PhoneTab } from './phone-tab.tsx';
import { readable } from './phone-number.ts';
import { TelephoneHead } from './telephone-head.tsx';
import classes from './telephone.module.css';

const TABS = ['phone', 'messages', 'mail'] as const satisfies readonly Tab[];
const isTab = (value: string | null): value is Tab => TABS.some((tab) => tab === value);

/** One handset as a telephone on the desk. */
export function Telephone({ telephone }: { telephone: TelephoneState }) {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const { number, name, state, role } = telephone;
  const PhoneIcon = state === 'idle' ? IconPhone : IconPhoneCall;
  const inHand = useLayout((each) => each.inHand === number);
  const tab = useLayout((each) => each.tabs[number] ?? 'phone');
  const self = useRef<HTMLElement>(null);
  useEffect(() => {
    if (inHand) self.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [inHand]);
  const take = () => layout.dispatch({ type: 'take', number });
  const onDrop = (event: DragEvent): void => {
    const dragged = event.dataTransfer.getData(DRAGGED_NUMBER);
    if (dragged === '') return;
    event.preventDefault();
    event.stopPropagation();
    layout.dispatch({ type: 'open', number: dragged, before: number });
  };
  return (
    <section
      ref={self}
      aria-label={t('phone.of', { name, number: readable(number) })}
      className={classes.case}
      data-role={role}
      data-state={state}
      data-in-hand={inHand || undefined}
      data-testid={`telephone-${number}`}
      onPointerDown={take}
      onFocus={take}
      onDrop={onDrop}
    >
      <div className={classes.ear} aria-hidden />
      <div className={classes.screen}>
        <TelephoneHead telephone={telephone} />
        <Tabs
          className={classes.tabs}
          value={tab}
          onChange={(value) => isTab(value) && layout.dispatch({ type: 'tab', number, tab: value })}
          keepMounted={false}
          classNames={{ list: classes.list ?? '', tab: classes.tab ?? '', tabLabel: classes.label ?? '' }}
        >
          <Tabs.List grow>
            <Tabs.Tab
              value="phone"
              leftSection={<PhoneIcon size={16} aria-hidden className={classes.phoneIcon} />}
            >
              {t('phone.tab')}
            </Tabs.Tab>
            <Tabs.Tab
              value="messages"
              leftSection={<IconMessage size={16} aria-hidden />}
              rightSection={<Count count={telephone.unread} />}
            >
              {t('messages.tab')}
            </Tabs.Tab>
            <Tabs.Tab
              value="mail"
              leftSection={<IconMail size={16} aria-hidden />}
              rightSection={<Count count={telephone.newMails} />}
            >
              {t('mail.tab')}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="phone" className={classes.face}>
            <PhoneTab telephone={telephone} />
          </Tabs.Panel>
          <Tabs.Panel value="messages" className={classes.face}>
            <MessagesTab telephone={telephone} />
          </Tabs.Panel>
          <Tabs.Panel value="mail" className={classes.face}>
            <MailTab telephone={telephone} />
          </Tabs.Panel>
        </Tabs>
      </div>
    </section>
  );
}

function Count({ count }: { count: number }) {
  const { t } = useTranslation('telephones');
  if (count === 0) return null;
  return (
    <span className={classes.count} aria-label={t('unread', { count })}>
      {count}
    </span>
  );
}
