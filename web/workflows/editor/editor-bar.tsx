import { ActionIcon, Alert, Button, Group, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBulb,
  IconCircleCheck,
  IconPlayerPlay,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isUnsaved } from '../../drafts/draft-state.ts';
import { StatusLabel } from '../../ui/status-label.tsx';
import { useEditing } from './editing.ts';
import classes from './editor.module.css';
import { beginId } from './layout-steps.ts';
import type { DraftHistory } from './use-history.ts';
import type { WorkflowDraft } from './use-workflow-draft.ts';

interface EditorBarProps {
  clinicId: string;
  draft: WorkflowDraft;
  history: DraftHistory;
  onUndo: () => void;
  onRedo: () => void;
  isPlaying: boolean;
  onPlay: () => void;
}

/** How the draft stands, and the ways back and on. */
export const EditorBar = ({
  clinicId,
  draft,
  history,
  onUndo,
  onRedo,
  isPlaying,
  onPlay,
}: EditorBarProps) => {
  const { t } = useTranslation('editor');
  return (
    <>
      <div className={classes.bar}>
        <Group gap={4}>
          <Way label={t('undo')} enabled={history.canUndo} onClick={onUndo}>
            <IconArrowBackUp size={18} aria-hidden />
          </Way>
          <Way label={t('redo')} enabled={history.canRedo} onClick={onRedo}>
            <IconArrowForwardUp size={18} aria-hidden />
          </Way>
        </Group>
        <DraftStatus draft={draft} />
        <Problems />
        <Hints />
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          aria-pressed={isPlaying}
          onClick={onPlay}
        >
          {t('play')}
        </Button>
        <Button
          renderRoot={(props) => (
            <Link
              {...props}
              to="/clinics/$clinicId/workflows/$workflowId"
              params={{ clinicId, workflowId: draft.state.base.id }}
            />
          )}
        >
          {t('publish')}
        </Button>
      </div>
      <Conflict draft={draft} />
    </>
  );
};

interface WayProps {
  label: string;
  enabled: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

const Way = ({ label, enabled, onClick, children }: WayProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="default" size={36} aria-label={label} disabled={!enabled} onClick={onClick}>
      {children}
    </ActionIcon>
  </Tooltip>
);

const DraftStatus = ({ draft: { state } }: { draft: WorkflowDraft }) => {
  const { t } = useTranslation('editor');
  const unsaved = isUnsaved(state);
  return (
    <span className={classes.state} role="status">
      {state.failed ? (
        <StatusLabel tone="red" icon={<IconAlertTriangle />}>
          {t('notSaved')}
        </StatusLabel>
      ) : (
        t(unsaved ? 'saving' : state.base.draft === null ? 'unchanged' : 'saved')
      )}
    </span>
  );
};

/** The first of the places, and from each of them the next one. */
const nextPlace = (found: readonly { step: string | null }[], chosen: string): string => {
  const places = [...new Set(found.map(({ step }) => step ?? beginId))];
  return places[(places.indexOf(chosen) + 1) % places.length] ?? beginId;
};

/** How much is wrong, and the way there: to the first, and from there to the next. */
const Problems = () => {
  const { t } = useTranslation('editor');
  const { faults, chosen, choose } = useEditing();
  if (faults.length === 0)
    return (
      <StatusLabel tone="green" icon={<IconCircleCheck />}>
        {t('noProblems')}
      </StatusLabel>
    );
  return (
    <Button
      variant="subtle"
      color="red"
      leftSection={<IconAlertTriangle size={16} aria-hidden />}
      onClick={() => choose(nextPlace(faults, chosen))}
    >
      {t('problems', { count: faults.length })}
    </Button>
  );
};

/** What is worth another look, and the way there, as with what is wrong. */
const Hints = () => {
  const { t } = useTranslation('editor');
  const { advice, chosen, choose } = useEditing();
  if (advice.length === 0) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconBulb size={16} aria-hidden />}
      onClick={() => choose(nextPlace(advice, chosen))}
    >
      {t('advice.count', { count: advice.length })}
    </Button>
  );
};

const Conflict = ({ draft: { state, takeTheirs, keepMine } }: { draft: WorkflowDraft }) => {
  const { t } = useTranslation('editor');
  if (state.conflict === null) return null;
  return (
    <Alert role="alert" color="yellow" variant="light" mb={12} icon={<IconUsers />} title={t('conflict')}>
      <p>{t('conflictText')}</p>
      <Group gap={8}>
        <Button size="xs" variant="default" onClick={takeTheirs}>
          {t('takeTheirs')}
        </Button>
        <Button size="xs" variant="default" onClick={keepMine}>
          {t('keepMine')}
        </Button>
      </Group>
    </Alert>
  );
};
