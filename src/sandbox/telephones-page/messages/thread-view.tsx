import { ActionIcon, Textarea } from '@mantine/core';
import { IconAlertCircle, IconSend } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { intoView } from '../app/into-view.ts';
import { useDesk } from '../desk/desk-context.ts';
import { useMoment } from '../app/use-moment.ts';
import { sendMessage } from '../wire/handset-requests.ts';
import { Linked } from './linked.tsx';
import type { TextMessage } from './messages.query.ts';
import classes from './thread-view.module.css';

const LONGEST = 1600;

/** One conversation by text, and a box to go on with it. */
export function ThreadView(props: { number: string; party: string; messages: readonly TextMessage[] }) {
  const { number, party, messages } = props;
  const { t } = useTranslation('telephones');
  const moment = useMoment();
  return (
    <>
      <div
        role="log"
        tabIndex={0}
        aria-label={t('messages.tab')}
        className={classes.bubbles}
        data-testid="messages"
      >
        {messages.length === 0 && <p className={classes.none}>{t('messages.none')}</p>}
        {messages.map((message) => (
          <div key={message.sid} className={classes.bubble} data-own={message.from === number || undefined}>
            <p className={classes.text}>
              <Linked text={message.body} />
            </p>
            <span className={classes.when}>
              {failed(message) && <IconAlertCircle size={13} aria-hidden />}
              {failed(message) ? (message.errorMessage ?? t('messages.failed')) : moment(message.createdAt)}
            </span>
          </div>
        ))}
        <div key={`end ${messages.length}`} ref={intoView} />
      </div>
      <ReplyBox number={number} party={party} />
    </>
  );
}

const failed = ({ status }: TextMessage): boolean => status === 'failed' || status === 'undelivered';

function ReplyBox({ number, party }: { number: string; party: string }) {
  const { t } = useTranslation('telephones');
  const { queries, problem } = useDesk();
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    const body = text.trim();
    if (body === '') return;
    setText('');
    try {
      await sendMessage(number, party, body);
    } catch (error) {
      setText(body); // nothing that was typed is lost
      throw error;
    }
    await queries.invalidateQueries({ queryKey: ['messages', number] });
  };
  const submit = () => void send().catch(problem.dispatch);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <div className={classes.reply}>
      <Textarea
        className={classes.box ?? ''}
        aria-label={t('messages.write')}
        placeholder={t('messages.write')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <ActionIcon size={36} radius="xl" aria-label={t('messages.send')} onClick={submit}>
        <IconSend size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
