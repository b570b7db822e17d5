import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnderWay, WorkflowView } from '../../src/workflows/rules/workflow-views.ts';
import { KeepInGallery } from './keep-in-gallery.tsx';
import { ResumeChoice } from './resume-choice.tsx';
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
      {workflow.draft !== null && <Publish workflow={workflow} commands={commands} />}
      <div className={classes.actions}>
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
        <ResumeChoice
          overdue={workflow.instances.overdue}
          isBusy={commands.isBusy}
          onResume={commands.resume}
          onCancel={() => setResuming(false)}
        />
      )}
    </div>
  );
};

type Commands = ReturnType<typeof useWorkflowCommands>;

const Publish = ({ workflow, commands }: { workflow: WorkflowView; commands: Commands }) => {
  const { t } = useTranslation('workflows');
  const [underWay, setUnderWay] = useState<UnderWay>('keep');
  const { staying, stepGone } = workflow.underWay ?? { staying: 0, stepGone: 0 };
  const somebody = staying + stepGone > 0;
  const choices = (['keep', 'move', 'end'] as const).map((value) => ({
    value,
    label: t(`underWayChoice.${value}`),
  }));
  return (
    <div className={classes.publish}>
      <p className={classes.dim}>{somebody ? t('meets', { staying, stepGone }) : t('draftReady')}</p>
      {somebody && (
        <Select
          label={t('underWayChoice.label')}
          data={choices}
          value={underWay}
          allowDeselect={false}
          onChange={(value) => setUnderWay(value ?? 'keep')}
        />
      )}
      <Button
        loading={commands.isBusy}
        disabled={workflow.faults.length > 0}
        onClick={() => commands.publish(underWay)}
      >
        {t('publish')}
      </Button>
    </div>
  );
};

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
