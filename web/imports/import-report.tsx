import { Button } from '@mantine/core';
import { IconDownload, IconTrash, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportView, Tally } from '../../src/imports/rules/import-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { Panel } from '../ui/panel.tsx';
import { Counts } from './counts.tsx';
import { Findings } from './findings.tsx';
import classes from './imports.module.css';
import { importPath } from './imports.query.ts';
import { UndoImport } from './undo-import.tsx';
import { useImportCommands } from './use-import-commands.ts';

const always = ['added', 'updated', 'skipped', 'refused'] as const;
const sometimes = ['trimmed', 'appointments', 'practitioners', 'guardians', 'removed', 'kept'] as const;

/** What came of it, why rows were refused, and the rows themselves to mend. */
export const ImportReport = ({ one, clinic }: { one: ImportView; clinic: MyClinic }) => {
  const { t } = useTranslation('imports');
  const commands = useImportCommands(clinic.id, one);
  const { tally } = one;
  return (
    <div className={classes.side}>
      <div className={classes.actions}>
        <Button
          leftSection={<IconUsers size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link {...props} to="/clinics/$clinicId/patients" params={{ clinicId: clinic.id }} />
          )}
        >
          {t('toPatients')}
        </Button>
        {tally.refused > 0 && (
          <Button
            component="a"
            variant="default"
            href={importPath(clinic.id, one.id, '/findings.csv')}
            download="refused-rows.csv"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('report.download')}
          </Button>
        )}
        {one.status === 'done' && <UndoImport busy={commands.isBusy} onUndo={commands.undo} />}
        <Button
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          disabled={commands.isBusy}
          onClick={commands.forget}
        >
          {t('forget')}
        </Button>
      </div>
      <Panel title={t('report.title')}>
        <Counts tally={tally} names={[...always, ...sometimes.filter((name) => tally[name] > 0)]} />
        {tally.refused + tally.trimmed === 0 && <p className={classes.body}>{t('report.allWell')}</p>}
        <Breakdown tally={tally} />
      </Panel>
      {tally.refused + tally.trimmed > 0 && <Findings one={one} clinicId={clinic.id} />}
    </div>
  );
};

const Breakdown = ({ tally }: { tally: Tally }) => {
  const { t } = useTranslation('imports');
  return (['reasons', 'remarks'] as const).map((kind) => {
    const counts = Object.entries(tally[kind]).toSorted(([, a], [, b]) => b - a);
    if (counts.length === 0) return null;
    return (
      <section key={kind} className={classes.body}>
        <h3 className={classes.smallTitle}>{t(`report.${kind}`)}</h3>
        <ul className={classes.counts}>
          {counts.map(([code, count]) => (
            <li key={code}>
              <strong>{count}</strong> {t(`${kind}.${code}` as 'reasons.name-missing')}
            </li>
          ))}
        </ul>
      </section>
    );
  });
};
