import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../../src/accounts/rules/role.ts';
import type { VersionItem } from '../../../src/workflows/rules/version-views.ts';
import type { WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { MomentText } from '../../ui/moment-text.tsx';
import { ComparedWith } from './compared-with.tsx';
import { VersionSteps } from './version-steps.tsx';
import { useVersionCommands } from './use-version-commands.ts';
import classes from './versions.module.css';

interface VersionRowProps {
  item: VersionItem;
  /** the version before it; null: it is the first, or not loaded yet */
  before: number | null;
  others: readonly number[];
  workflow: WorkflowView;
  /** with its steps */
  startsOpen: boolean;
}

/** One version: who made it, who goes by it, what it changed, and how to bring it back. */
export const VersionRow = ({ item, before, others, workflow, startsOpen }: VersionRowProps) => {
  const { t } = useTranslation('versions');
  const { clinic } = useCurrentClinic();
  const commands = useVersionCommands(clinic.id, workflow);
  const [compared, setCompared] = useState(false);
  const [read, setRead] = useState(startsOpen);
  const { version, publishedAt, publishedBy, isCurrent, underWay, instances } = item;
  const mayChange = atLeast(clinic.role, 'manager') && workflow.status !== 'archived';
  const mayUndo = isCurrent && instances === 0 && workflow.draft === null;
  return (
    <div className={classes.row} role="group" aria-label={t('number', { number: version })}>
      <span className={classes.what}>
        <strong>{t('number', { number: version })}</strong>
        {isCurrent && <span className={classes.now}>{t('now')}</span>}
        <span>
          <MomentText at={publishedAt} timeZone={clinic.timeZone} words="calendar" />
          {publishedBy !== null && ` ${t('by', { name: publishedBy.name })}`}
        </span>
        <span className={classes.counts}>
          {instances === 0 ? t('nobody') : t('went', { count: instances })}
          {underWay > 0 && ` · ${t('underWay', { count: underWay })}`}
        </span>
      </span>
      <span className={classes.actions}>
        <Button size="xs" variant="subtle" aria-expanded={read} onClick={() => setRead(!read)}>
          {t('read')}
        </Button>
        <Button size="xs" variant="subtle" aria-expanded={compared} onClick={() => setCompared(!compared)}>
          {t('compare')}
        </Button>
        {mayChange && !isCurrent && (
          <Button
            size="xs"
            variant="default"
            disabled={commands.isBusy}
            onClick={() => commands.restore(version)}
          >
            {t('restore')}
          </Button>
        )}
        {mayChange && mayUndo && (
          <Button
            size="xs"
            variant="default"
            disabled={commands.isBusy}
            onClick={() => commands.undo(workflow.revision)}
          >
            {t('undo')}
          </Button>
        )}
      </span>
      {read && <VersionSteps workflowId={workflow.id} version={version} />}
      {compared && (
        <div className={classes.differences}>
          <ComparedWith version={version} before={before} others={others} workflow={workflow} />
        </div>
      )}
    </div>
  );
};
