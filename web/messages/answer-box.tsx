import { Alert, Button, Kbd, Textarea, TextInput } from '@mantine/core';
import { IconBellOff, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../src/messages/rules/conversation-views.ts';
import { longestText } from '../../src/messages/rules/segments.ts';
import { conversationPath } from './messages.query.ts';
import { TextLength } from './text-length.tsx';
import classes from './thread.module.css';
import { useSend } from './use-send.ts';

interface AnswerBoxProps {
  clinicId: string;
  conversation: ConversationView;
  name: string;
}

/** The place for an answer. What is typed stays until it is sent. */
export const AnswerBox = ({ clinicId, conversation, name }: AnswerBoxProps) => {
  const { t } = useTranslation('messages');
  const [text, setText] = useState('');
  const [subject, setSubject] = useState('');
  const path = conversationPath(clinicId, conversation.id, '/messages');
  // Whoever has begun the next answer meanwhile keeps it.
  const send = useSend(clinicId, path, (_, written) =>
    setText((now) => (now.trim() === written.text ? '' : now)),
  );
  const isEmail = conversation.channel === 'email';
  const submit = (): void => {
    const written = text.trim();
    if (written === '' || send.isPending) return;
    send.mutate({ text: written, ...(isEmail && subject.trim() !== '' ? { subject: subject.trim() } : {}) });
  };
  if (conversation.optedOut) {
    return (
      <Alert color="yellow" icon={<IconBellOff />} title={t('optedOut')} className={classes.answer}>
        {t('optedOutText')}
      </Alert>
    );
  }
  return (
    <form
      className={classes.answer}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {isEmail && (
        <TextInput
          label={t('subject')}
          value={subject}
          maxLength={200}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
      )}
      <Textarea
        aria-label={t('answerTo', { name })}
        placeholder={t('answerTo', { name })}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={longestText}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          submit();
        }}
      />
      <div className={classes.answerLine}>
        {isEmail ? <span /> : <TextLength text={text} />}
        <Button
          type="submit"
          leftSection={<IconSend size={16} aria-hidden />}
          loading={send.isPending}
          disabled={text.trim() === ''}
        >
          {t('send')}
        </Button>
        <Kbd visibleFrom="md" size="xs">
          {t('sendKeys')}
        </Kbd>
      </div>
    </form>
  );
};
