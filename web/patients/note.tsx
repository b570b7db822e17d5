import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPin, IconPinnedOff, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteView } from '../../src/patients/rules/patient-views.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { NoteField } from './note-field.tsx';
import classes from './note.module.css';
import { useNotes } from './use-notes.ts';

type ShownNote = Pick<NoteView, 'id' | 'body' | 'pinned' | 'author' | 'own' | 'editedAt'>;

interface NoteProps {
  note: ShownNote;
  clinic: MyClinic;
  patientId: string;
}

/** A note to read; its own writer may change and delete it in place, everybody may pin it. */
export const Note = ({ note, clinic, patientId }: NoteProps) => {
  const { t } = useTranslation('patients');
  const notes = useNotes(clinic.id, patientId);
  const [mode, setMode] = useState<'read' | 'edit' | 'delete'>('read');
  const read = (): void => setMode('read');
  if (mode === 'edit') {
    return (
      <div className={classes.note}>
        <NoteField
          before={note.body}
          label={t('notes.edit')}
          action={t('notes.save')}
          saving={notes.isPending}
          autoFocus
          onCancel={read}
          onSave={(body) =>
            notes.mutate({ method: 'PATCH', noteId: note.id, body: { body } }, { onSuccess: read })
          }
        />
      </div>
    );
  }
  return (
    <div className={classes.note}>
      <p className={classes.body}>{note.body}</p>
      <span className={classes.author}>
        {[note.author, note.editedAt === null ? null : t('timeline.edited')]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
      {mode === 'delete' && (
        <div className={classes.question} role="group" aria-label={t('notes.deleteQuestion')}>
          {t('notes.deleteQuestion')}
          <Button size="xs" variant="default" autoFocus onClick={read}>
            {t('notes.keep')}
          </Button>
          <Button
            size="xs"
            color="red.8"
            loading={notes.isPending}
            onClick={() => notes.mutate({ method: 'DELETE', noteId: note.id })}
          >
            {t('notes.deleteNow')}
          </Button>
        </div>
      )}
      {mode === 'read' && mayWrite(clinic.role) && (
        <NoteMenu
          note={note}
          onMode={setMode}
          onPin={(pinned) => notes.mutate({ method: 'PATCH', noteId: note.id, body: { pinned } })}
        />
      )}
    </div>
  );
};

interface NoteMenuProps {
  note: ShownNote;
  onMode: (mode: 'edit' | 'delete') => void;
  onPin: (pinned: boolean) => void;
}

const NoteMenu = ({ note, onMode, onPin }: NoteMenuProps) => {
  const { t } = useTranslation('patients');
  const PinIcon = note.pinned ? IconPinnedOff : IconPin;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          className={classes.menu}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('moreActions')}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<PinIcon size={16} aria-hidden />} onClick={() => onPin(!note.pinned)}>
          {t(note.pinned ? 'notes.unpin' : 'notes.pin')}
        </Menu.Item>
        {note.own && (
          <>
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onMode('edit')}>
              {t('notes.edit')}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => onMode('delete')}>
              {t('notes.delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
