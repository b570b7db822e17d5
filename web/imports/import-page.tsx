import { Loader } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportStatus, ImportView } from '../../src/imports/rules/import-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import type { MyClinic } from '../accounts/me.query.ts';
import head from '../ui/page-head.module.css';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { CheckImport } from './check-import.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportReport } from './import-report.tsx';
import { ImportStatusLabel } from './import-status-label.tsx';
import { ImportSteps } from './import-steps.tsx';
import classes from './imports.module.css';
import { importQuery } from './imports.query.ts';
import { UnreadableFile } from './unreadable-file.tsx';

const route = getRouteApi('/signed-in/clinics/$clinicId/patients/import/$importId');

const stepOf: Record<ImportStatus, 'file' | 'check' | 'import' | 'report'> = {
  uploading: 'file',
  reading: 'file',
  unreadable: 'file',
  ready: 'check',
  running: 'import',
  done: 'report',
  undoing: 'report',
  undone: 'report',
};

/** One import, from the file to the report. The page follows by itself. */
export const ImportPage = () => {
  const { t } = useTranslation('imports');
  const { clinic } = useCurrentClinic();
  const { importId } = route.useParams();
  const { data: one, ...query } = useQuery(importQuery(clinic.id, importId));
  return (
    <>
      <Link to="/clinics/$clinicId/patients/import" params={{ clinicId: clinic.id }} className={head.up}>
        <IconChevronLeft size={18} aria-hidden />
        {t('back')}
      </Link>
      <PageHead title={one?.fileName ?? t('title')}>
        {one !== undefined && <ImportStatusLabel status={one.status} refused={one.tally.refused} />}
      </PageHead>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <RowsSkeleton rows={8} />}
      {one !== undefined && (
        <>
          <ImportSteps at={stepOf[one.status]} />
          <Stage one={one} clinic={clinic} />
        </>
      )}
    </>
  );
};

const Stage = ({ one, clinic }: { one: ImportView; clinic: MyClinic }) => {
  const { t } = useTranslation('imports');
  switch (one.status) {
    case 'unreadable':
      return <UnreadableFile one={one} clinicId={clinic.id} />;
    case 'ready':
      return <CheckImport one={one} clinic={clinic} />;
    case 'running':
    case 'undoing':
      return <ImportProgress one={one} />;
    case 'done':
    case 'undone':
      return <ImportReport one={one} clinic={clinic} />;
    default:
      return (
        <p className={classes.waiting} role="status">
          <Loader size="sm" /> {t('reading')}
        </p>
      );
  }
};
