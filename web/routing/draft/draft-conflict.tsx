import { Alert, Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditing } from '../editing.ts';
import { isBehind, type KeptDraft } from './routing-draft.ts';

/** Two people at once: who it was, and the choice between theirs and mine. */
export const DraftConflict = ({ draft }: { draft: KeptDraft }) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { state, takeTheirs, keepMine, acceptNewest } = draft;
  if (!mayChange) return null;
  if (state.conflict !== null) {
    const name = state.conflict.saved?.by?.name ?? t('draft.somebody');
    return (
      <Alert
        role="alert"
        color="yellow"
        variant="light"
        mt={8}
        icon={<IconUsers />}
        title={t('draft.conflict', { name })}
      >
        <p>{t('draft.conflictText')}</p>
        <Group gap={8}>
          <Button size="xs" variant="default" onClick={takeTheirs}>
            {t('draft.takeTheirs', { name })}
          </Button>
          <Button size="xs" variant="default" onClick={keepMine}>
            {t('draft.keepMine')}
          </Button>
        </Group>
      </Alert>
    );
  }
  if (!isBehind(state)) return null;
  return (
    <Alert role="alert" color="yellow" variant="light" mt={8} icon={<IconUsers />} title={t('draft.behind')}>
      <p>{t('draft.behindText')}</p>
      <Button size="xs" variant="default" onClick={acceptNewest}>
        {t('draft.acceptNewest')}
      </Button>
    </Alert>
  );
};
