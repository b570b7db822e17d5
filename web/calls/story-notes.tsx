import { Button, Group, Textarea, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallNote } from '../../src/calls/rules/call-note.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { reportProblem } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import classes from './story-notes.module.css';

/** @param noteId null: a new one */
const useWriteNote = (
  clinicId: string,
  callId: string,
  noteId: string | null,
  onDone: (written: string) => void,
) => {
  const queries = useQueryClient();
  const words = useProblemWords();
  const notes = `calls/${encodeURIComponent(callId)}/notes`;
  return useMutation({
    mutationFn: (text: string) =>
      request(clinicPath(clinicId, noteId === null ? notes : `${notes}/${encodeURIComponent(noteId)}`), {
        method: noteId === null ? 'POST' : 'PATCH',
        body: { text },
      }),
    onSuccess: async (_, text) => {
      await queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'calls', 'story', callId) });
      onDone(text);
    },
    onError: (error) => reportProblem(words(error)),
  });
};

interface StoryNotesProps {
  notes: readonly CallNote[];
  callId: string;
  clinic: MyClinic;
}

/** What people wrote on the call, and room for the next. */
export const StoryNotes = ({ notes, callId, clinic }: StoryNotesProps) => {
  const { t } = useTranslation('callDesk');
  return (
    <Panel title={t('notes.title')} count={notes.length}>
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <Note key={note.id} note={note} callId={callId} clinic={clinic} />
          ))}
        </ul>
      )}
      {clinic.role !== 'readonly' && <WriteNote callId={callId} clinic={clinic} />}
    </Panel>
  );
};

const Note = ({ note, callId, clinic }: { note: CallNote; callId: string; clinic: MyClinic }) => {
  const { t } = useTranslation('callDesk');
  const [changing, setChanging] = useState(false);
  const [text, setText] = useState(note.text);
  const save = useWriteNote(clinic.id, callId, note.id, () => setChanging(false));
  if (changing) {
    return (
      <li>
        <Textarea
          aria-label={t('notes.label')}
          autosize
          autoFocus
          minRows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="xs" mt="xs">
          <Button
            size="xs"
            loading={save.isPending}
            disabled={text.trim() === ''}
            onClick={() => save.mutate(text.trim())}
          >
            {t('notes.save')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setChanging(false)}>
            {t('notes.cancel')}
          </Button>
        </Group>
      </li>
    );
  }
  return (
    <li>
      <p className={classes.text}>{note.text}</p>
      <p className={classes.by}>
        {note.author ?? t('notes.gone')} · <MomentText at={note.writtenAt} timeZone={clinic.timeZone} />
        {note.changedAt !== null && <span>· {t('notes.changed')}</span>}
        {note.mine && clinic.role !== 'readonly' && (
          <UnstyledButton
            fz="xs"
            td="underline"
            onClick={() => {
              setText(note.text);
              setChanging(true);
            }}
          >
            {t('notes.change')}
          </UnstyledButton>
        )}
      </p>
    </li>
  );
};

const WriteNote = ({ callId, clinic }: { callId: string; clinic: MyClinic }) => {
  const { t } = useTranslation('callDesk');
  const [text, setText] = useState('');
  // Whoever has begun the next note meanwhile keeps it.
  const write = useWriteNote(clinic.id, callId, null, (written) =>
    setText((now) => (now.trim() === written ? '' : now)),
  );
  return (
    <div className={classes.write}>
      <Textarea
        aria-label={t('notes.label')}
        placeholder={t('notes.none')}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <Button size="xs" mt="xs" loading={write.isPending} onClick={() => write.mutate(text.trim())}>
          {t('notes.add')}
        </Button>
      )}
    </div>
  );
};
