import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../src/imports/rules/import-views.ts';
import { Panel } from '../ui/panel.tsx';
import { Counts } from './counts.tsx';
import classes from './imports.module.css';

/** How far it is. The numbers move by themselves. */
export const ImportProgress = ({ one }: { one: ImportView }) => {
  const { t } = useTranslation('imports');
  if (one.status === 'undoing') {
    return (
      <Panel title={t('report.undo')}>
        <p className={classes.body} role="status">
          {t('progress.undoing')}
        </p>
        <Counts tally={one.tally} names={['removed', 'kept']} />
      </Panel>
    );
  }
  const percent = one.rowsTotal === 0 ? 0 : (one.rowsDone / one.rowsTotal) * 100;
  return (
    <Panel title={t('progress.title')}>
      <div className={classes.body}>
        <Progress value={percent} aria-label={t('progress.title')} size="lg" />
        <p role="status" className={classes.number}>
          {t('progress.text', { done: one.rowsDone, total: one.rowsTotal })}
        </p>
        <p className={classes.dim}>{t('progress.stay')}</p>
      </div>
      <Counts tally={one.tally} names={['added', 'updated', 'skipped', 'refused']} />
    </Panel>
  );
};
