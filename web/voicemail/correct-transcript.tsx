import { Alert, Button, Group, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import classes from './transcript.module.css';
import { useCorrectTranscript } from './use-correct-transcript.ts';

interface CorrectTranscriptProps {
  voicemail: VoicemailView;
  clinic: MyClinic;
  onClose: () => void;
}

export const CorrectTranscript = ({ voicemail, clinic, onClose }: CorrectTranscriptProps) => {
  const { t } = useTranslation('voicemail');
  const { correction, transcript } = voicemail;
  const [text, setText] = useState(transcript ?? '');
  const { save, pending, overtaken } = useCorrectTranscript(clinic.id, voicemail, onClose);
  const send = (): void => {
    if (text.trim() !== '') save(text.trim());
  };
  return (
    <div className={classes.correct}>
      {overtaken && (
        <Alert color="yellow" variant="light" role="alert" title={t('overtaken')}>
          {transcript}
        </Alert>
      )}
      <Textarea
        aria-label={t('text')}
        description={t('originalKept')}
        lang={voicemail.language}
        autosize
        autoFocus
        minRows={2}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={getHotkeyHandler([
          ['mod+Enter', send],
          ['Escape', onClose],
        ])}
      />
      <Group gap="xs">
        <Button size="xs" loading={pending} disabled={text.trim() === ''} onClick={send}>
          {t('saveText')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        {correction !== null && correction.original !== null && (
          <Button size="xs" variant="subtle" disabled={pending} onClick={() => save(null)}>
            {t('useOriginal')}
          </Button>
        )}
      </Group>
    </div>
  );
};
