import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface NoteFieldProps {
  before?: string;
  label: string;
  action: string;
  saving: boolean;
  autoFocus?: boolean;
  onSave: (body: string, done: () => void) => void;
  onCancel?: () => void;
}

/** Grows with the text. Ctrl+Enter (⌘ Enter) keeps it, Escape gives it up. */
export const NoteField = ({
  before = '',
  label,
  action,
  saving,
  autoFocus,
  onSave,
  onCancel,
}: NoteFieldProps) => {
  const { t } = useTranslation('patients');
  const [body, setBody] = useState(before);
  const ready = body.trim() !== '' && body.trim() !== before;
  const cancel = (): void => {
    setBody(before);
    onCancel?.();
  };
  const save = (): void => {
    if (ready && !saving) onSave(body.trim(), () => setBody(''));
  };
  return (
    <div>
      <Textarea
        aria-label={label}
        placeholder={label}
        autosize
        minRows={1}
        maxRows={12}
        maxLength={4000}
        data-autofocus={autoFocus}
        autoFocus={autoFocus}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
          if (event.key === 'Escape') cancel();
        }}
      />
      {(body !== before || onCancel !== undefined) && (
        <Group justify="end" gap="xs" mt={8}>
          <Button size="xs" variant="subtle" color="gray" onClick={cancel}>
            {t('notes.cancel')}
          </Button>
          <Button size="xs" disabled={!ready} loading={saving} onClick={save}>
            {action}
          </Button>
        </Group>
      )}
    </div>
  );
};
