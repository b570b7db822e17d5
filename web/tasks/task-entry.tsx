import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../src/timeline/rules/timeline-view.ts';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './task-row.module.css';

/** What was to be done, in a person's story. */
export const TaskEntry = ({ entry }: { entry: Extract<TimelineEntry, { kind: 'task' }> }) => {
  const { t } = useTranslation('tasks');
  const { title, taskKind, body, owner, doneAt, doneBy } = entry;
  return (
    <>
      <div className={classes.head}>
        <span className={classes.plain}>
          {title === null ? t('story.callbackPlain') : t(`story.${taskKind}`, { title })}
        </span>
        {doneAt === null ? (
          <StatusLabel tone="amber" icon={<IconCircleDashed />}>
            {t('story.open')}
          </StatusLabel>
        ) : (
          <StatusLabel tone="grey" icon={<IconCheck />}>
            {doneBy === null ? t('done') : t('doneBy', { name: doneBy })}
          </StatusLabel>
        )}
      </div>
      {(body !== null || owner !== null) && (
        <p className={classes.sub}>{[owner, body].filter((part) => part !== null).join(' · ')}</p>
      )}
    </>
  );
};
