import { Button, Textarea } from '@mantine/core';
import { IconMicrophone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../src/clinics/rules/language.ts';
import type { Announcement } from '../../../src/routing/rules/routing-document.ts';
import { useEditing } from '../editing.ts';
import { languageName } from '../texts/language-names.ts';
import { ListenButton } from '../texts/listen-button.tsx';
import { withText } from '../texts/spoken-text.ts';
import classes from './greetings-part.module.css';
import { KeptRecording } from './kept-recording.tsx';
import { RecordGreeting } from './record-greeting.tsx';

interface AnnouncementLineProps {
  name: string;
  language: Language;
  announcement: Announcement;
  builtIn: string;
  onChange: (announcement: Announcement) => void;
}

/** One announcement in one language: a text that is spoken, or a recording that is played instead. */
export const AnnouncementLine = ({
  name,
  language,
  announcement,
  builtIn,
  onChange,
}: AnnouncementLineProps) => {
  const { t, i18n } = useTranslation('routing');
  const { mayChange } = useEditing();
  const [recording, setRecording] = useState(false);
  const text = announcement.text[language] ?? '';
  const heard = text.trim() === '' ? builtIn : text;
  const recordingId = announcement.recordings[language];
  const setRecordingId = (id: string | undefined): void => {
    const { [language]: _, ...others } = announcement.recordings;
    onChange({ ...announcement, recordings: id === undefined ? others : { ...others, [language]: id } });
  };
  return (
    <div className={classes.line} role="group" aria-label={name}>
      <Textarea
        className={classes.text}
        lang={language}
        label={languageName(language, i18n.language)}
        description={recordingId === undefined ? undefined : t('greetings.textBesideRecording')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={builtIn}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={1000}
        readOnly={!mayChange}
        value={text}
        onChange={(event) =>
          onChange({
            ...announcement,
            text: withText(announcement.text, language, event.currentTarget.value),
          })
        }
      />
      <div className={classes.tools}>
        <ListenButton heard={[{ text: heard, language }]} name={name} />
        {mayChange && !recording && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconMicrophone size={16} aria-hidden />}
            aria-label={`${t('recording.record')}: ${name}`}
            onClick={() => setRecording(true)}
          >
            {t('recording.record')}
          </Button>
        )}
      </div>
      {recordingId !== undefined && !recording && (
        <KeptRecording id={recordingId} name={name} onRemove={() => setRecordingId(undefined)} />
      )}
      {recording && (
        <RecordGreeting
          name={name}
          language={language}
          transcript={heard}
          onKept={(id) => {
            setRecordingId(id);
            setRecording(false);
          }}
          onClose={() => setRecording(false)}
        />
      )}
    </div>
  );
};
