import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { CorrectTranscript } from './correct-transcript.tsx';
import classes from './transcript.module.css';

interface TranscriptProps {
  voicemail: VoicemailView;
  clinic: MyClinic;
}

/** What was said, as it was recognised or as somebody put it right; whoever may change things can put it right here. */
export const Transcript = ({ voicemail, clinic }: TranscriptProps) => {
  const { t } = useTranslation('voicemail');
  const [correcting, setCorrecting] = useState(false);
  if (correcting) {
    return <CorrectTranscript voicemail={voicemail} clinic={clinic} onClose={() => setCorrecting(false)} />;
  }
  const { transcript, transcription, correction } = voicemail;
  const words = transcript !== null && transcript !== '';
  const writable = clinic.role !== 'readonly' && voicemail.deleted === null;
  if (!words && transcription === 'unavailable' && !writable) return null;
  return (
    <>
      <div className={classes.transcript}>
        {words && <p lang={voicemail.language}>{transcript}</p>}
        {!words && <p className={classes.none}>{t(`transcription.${transcription}`)}</p>}
        {writable && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={words ? t('correct') : t('writeDown')}
            title={words ? t('correct') : t('writeDown')}
            onClick={() => setCorrecting(true)}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {correction !== null && (
        <Correction correction={correction} language={voicemail.language} timeZone={clinic.timeZone} />
      )}
    </>
  );
};

interface CorrectionProps {
  correction: NonNullable<VoicemailView['correction']>;
  language: string;
  timeZone: string;
}

const Correction = ({ correction, language, timeZone }: CorrectionProps) => {
  const { t } = useTranslation('voicemail');
  const [open, setOpen] = useState(false);
  const { original } = correction;
  const by = correction.by ?? t('somebodyGone');
  return (
    <>
      <p className={classes.by}>
        {t(original === null ? 'writtenBy' : 'correctedBy', { name: by })} ·{' '}
        <MomentText at={correction.at} timeZone={timeZone} />
        {original !== null && (
          <UnstyledButton
            className={classes.toggle}
            aria-expanded={open}
            onClick={() => setOpen((before) => !before)}
          >
            {open ? t('hideOriginal') : t('showOriginal')}
          </UnstyledButton>
        )}
      </p>
      {open && original !== null && (
        <p className={classes.original} lang={language}>
          {original === '' ? t('transcription.done') : original}
        </p>
      )}
    </>
  );
};
