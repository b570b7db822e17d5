import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestText } from '../../src/messages/rules/segments.ts';
import { FindPerson } from '../patients/find-person.tsx';
import { patientQuery } from '../patients/patients.query.ts';
import { clinicPath } from '../platform/request.ts';
import type { MessagesSearch } from './messages-search.ts';
import { TextLength } from './text-length.tsx';
import { useSend } from './use-send.ts';
import classes from './write-first.module.css';

interface WriteFirstProps {
  clinicId: string;
  /** 'somebody': still to be chosen */
  to: string;
  search: MessagesSearch;
}

const channels = ['sms', 'email'] as const;

/** A message to somebody who has not written. */
export const WriteFirst = ({ clinicId, to, search }: WriteFirstProps) => {
  const { t } = useTranslation('messages');
  const navigate = useNavigate();
  const show = (part: Partial<MessagesSearch>): void => {
    const { to: _to, with: _with, ...rest } = search;
    void navigate({ to: '/clinics/$clinicId/messages', params: { clinicId }, search: { ...rest, ...part } });
  };
  const [channel, setChannel] = useState<(typeof channels)[number]>('sms');
  const [text, setText] = useState('');
  const [subject, setSubject] = useState('');
  const person = useQuery({ ...patientQuery(clinicId, to), enabled: to !== 'somebody' });
  const send = useSend(clinicId, clinicPath(clinicId, 'conversations'), ({ conversationId }) =>
    show({ with: conversationId, show: 'all' }),
  );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const headed = channel === 'email' && subject.trim() !== '' ? { subject: subject.trim() } : {};
        send.mutate({ patientId: to, channel, text: text.trim(), ...headed });
      }}
    >
      <h2 className={classes.title}>{t('write.title')}</h2>
      {to === 'somebody' ? (
        <FindPerson clinicId={clinicId} except="" onFound={({ id }) => show({ to: id })} />
      ) : (
        <>
          <p className={classes.person}>
            <strong>{person.data?.name}</strong>
            <Button variant="subtle" size="compact-sm" onClick={() => show({ to: 'somebody' })}>
              {t('write.other')}
            </Button>
          </p>
          <SegmentedControl
            aria-label={t('write.channel')}
            data={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
            value={channel}
            onChange={setChannel}
          />
          {channel === 'email' && (
            <TextInput
              label={t('subject')}
              value={subject}
              maxLength={200}
              onChange={(event) => setSubject(event.currentTarget.value)}
            />
          )}
          <Textarea
            label={t('write.text')}
            description={t('write.hint')}
            autosize
            minRows={4}
            maxLength={longestText}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {channel === 'sms' && <TextLength text={text} />}
        </>
      )}
      <div className={classes.deeds}>
        <Button variant="default" onClick={() => show({})}>
          {t('write.cancel')}
        </Button>
        {to !== 'somebody' && (
          <Button type="submit" loading={send.isPending} disabled={text.trim() === ''}>
            {t('send')}
          </Button>
        )}
      </div>
    </form>
  );
};
