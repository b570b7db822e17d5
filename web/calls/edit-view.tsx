import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../src/calls/rules/saved-view.ts';

interface ViewFormProps {
  name: string;
  shared: boolean;
  onSave: (name: string, shared: boolean) => void;
  /** beside the button that saves */
  children?: ReactNode;
}

const ViewForm = ({ name: before, shared: sharedBefore, onSave, children }: ViewFormProps) => {
  const { t } = useTranslation('callDesk');
  const [name, setName] = useState(before);
  const [shared, setShared] = useState(sharedBefore);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave(name.trim(), shared);
      }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('views.name')}
          maxLength={60}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Switch
          label={t('views.share')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Group gap="xs">
          <Button type="submit" size="xs">
            {t('views.save')}
          </Button>
          {children}
        </Group>
      </Stack>
    </form>
  );
};

interface NewViewProps {
  onKeep: (name: string, shared: boolean) => void;
  onClose: () => void;
}

export const NewView = ({ onKeep, onClose }: NewViewProps) => (
  <ViewForm
    name=""
    shared={false}
    onSave={(name, shared) => {
      onKeep(name, shared);
      onClose();
    }}
  />
);

interface EditViewProps {
  view: SavedView;
  onChange: (change: { name: string; shared: boolean }) => void;
  onDelete: () => void;
  onClose: () => void;
}

export const EditView = ({ view, onChange, onDelete, onClose }: EditViewProps) => {
  const { t } = useTranslation('callDesk');
  return (
    <ViewForm
      name={view.name}
      shared={view.shared}
      onSave={(name, shared) => {
        onChange({ name, shared });
        onClose();
      }}
    >
      <Button
        size="xs"
        variant="subtle"
        color="red"
        onClick={() => {
          onDelete();
          onClose();
        }}
      >
        {t('views.delete')}
      </Button>
    </ViewForm>
  );
};
