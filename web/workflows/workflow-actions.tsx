import { Button } from '@mantine/core';
import { IconPencil, IconPlayerPlay } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkflowView } from '../../src/workflows/rules/workflow-views.ts';
import { KeepInGallery } from './keep-in-gallery.tsx';
import { PublishPanel } from './switching/publish-panel.tsx';
import { ResumePanel } from './switching/resume-panel.tsx';
import { useWorkflowCommands } from './use-workflow-commands.ts';
import classes from './workflows.module.css';
import { workflowPath } from './workflows.query.ts';

interface WorkflowActionsProps {
  workflow: WorkflowView;
  clinicId: string;
}

/** What can be done with the workflow now. */
export const WorkflowActions = ({ workflow, clinicId }: WorkflowActionsProps) => {
  const { t } = useTranslation(['workflows', 'gallery']);
  const commands = useWorkflowCommands(clinicId, workflow);
  const [keeping, setKeeping] = useState(false);
  const [resuming, setResuming] = useState(false);
  return (
    <div className={classes.actionArea}>
      <PublishPanel workflow={workflow} isBusy={commands.isBusy} onPublish={commands.publish} />
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/clinics/$clinicId/workflows/$workflowId/edit"
              params={{ clinicId, workflowId: workflow.id }}
            />
          )}
        >
          {t('edit')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/clinics/$clinicId/workflows/$workflowId/play"
              params={{ clinicId, workflowId: workflow.id }}
            />
          )}
        >
          {t('play')}
        </Button>
        {workflow.status === 'active' && (
          <Button variant="default" loading={commands.isBusy} onClick={commands.pause}>
            {t('pause')}
          </Button>
        )}
        {workflow.status === 'paused' && !resuming && (
          <Button onClick={() => setResuming(true)}>{t('resume')}</Button>
        )}
        <Button variant="default" onClick={() => setKeeping(true)}>
          {t('gallery:keep.open')}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <a
              {...props}
              href={workflowPath(clinicId, workflow.id, '/file')}
              download={`${workflow.name}.json`}
            />
          )}
        >
          {t('gallery:export')}
        </Button>
        <Archive workflow={workflow} commands={commands} />
      </div>
      {keeping && <KeepInGallery clinicId={clinicId} workflow={workflow} onClose={() => setKeeping(false)} />}
      {workflow.status === 'paused' && resuming && (
        <ResumePanel
          workflow={workflow}
          isBusy={commands.isBusy}
          onResume={(choice) => commands.resume(choice, () => setResuming(false))}
          onCancel={() => setResuming(false)}
        />
      )}
    </div>
  );
};

type Commands = ReturnType<typeof useWorkflowCommands>;

/** Ends people who are under way, so it says how many before it does. */
const Archive = ({ workflow, commands }: { workflow: WorkflowView; commands: Commands }) => {
  const { t } = useTranslation('workflows');
  const [asked, setAsked] = useState(false);
  const count = workflow.instances.running + workflow.instances.paused;
  if (!asked)
    return (
      <Button
        variant="subtle"
        color="red"
        onClick={() => (count === 0 ? commands.archive() : setAsked(true))}
      >
        {t('archive')}
      </Button>
    );
  return (
    <>
      <Button color="red" loading={commands.isBusy} onClick={commands.archive}>
        {t('archiveSure', { count })}
      </Button>
      <Button variant="default" onClick={() => setAsked(false)}>
        {t('keepIt')}
      </Button>
    </>
  );
};
