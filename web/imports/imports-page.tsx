import { Alert } from '@mantine/core';
import { IconChevronLeft, IconFileImport } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../src/accounts/rules/role.ts';
import type { ImportView } from '../../src/imports/rules/import-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import type { MyClinic } from '../accounts/me.query.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import head from '../ui/page-head.module.css';
import { PageHead } from '../ui/page-head.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportStatusLabel } from './import-status-label.tsx';
import { ImportSteps } from './import-steps.tsx';
import rowLink from '../ui/row-link.module.css';
import classes from './imports.module.css';
import { importsQuery } from './imports.query.ts';

/** Where an import begins, and where those before can be looked at again. */
export const ImportsPage = () => {
  const { t } = useTranslation('imports');
  const { clinic } = useCurrentClinic();
  if (!atLeast(clinic.role, 'manager')) {
    return (
      <>
        <PageHead title={t('title')} />
        <Alert variant="light">{t('forManagers')}</Alert>
      </>
    );
  }
  return (
    <>
      <Link to="/clinics/$clinicId/patients" params={{ clinicId: clinic.id }} className={head.up}>
        <IconChevronLeft size={18} aria-hidden />
        {t('backToPatients')}
      </Link>
      <PageHead title={t('title')} />
      <p className={head.intro}>{t('intro')}</p>
      <ImportSteps at="file" />
      <FileDrop clinicId={clinic.id} />
      <PastImports clinic={clinic} />
    </>
  );
};

const PastImports = ({ clinic }: { clinic: MyClinic }) => {
  const { t } = useTranslation('imports');
  const list = useInfiniteQuery(importsQuery(clinic.id));
  const imports = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={t('past.title')}>
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <RowsSkeleton rows={4} />}
      {imports.length > 0 && (
        <ul className={classes.list}>
          {imports.map((one) => (
            <PastImport key={one.id} one={one} clinic={clinic} />
          ))}
        </ul>
      )}
      {list.isSuccess && imports.length === 0 && (
        <EmptyState icon={<IconFileImport />} title={t('past.none')}>
          {t('past.noneText')}
        </EmptyState>
      )}
      <MoreRows
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Panel>
  );
};

const PastImport = ({ one, clinic }: { one: ImportView; clinic: MyClinic }) => {
  const { t } = useTranslation('imports');
  return (
    <li className={classes.past}>
      <Link
        to="/clinics/$clinicId/patients/import/$importId"
        params={{ clinicId: clinic.id, importId: one.id }}
        className={rowLink.link}
      >
        {one.fileName}
      </Link>
      <ImportStatusLabel status={one.status} refused={one.tally.refused} />
      <span className={classes.dim}>{t('past.rows', { count: one.rowsTotal })}</span>
      <span className={classes.dim}>
        <MomentText at={one.createdAt} timeZone={clinic.timeZone} />
        {one.createdBy !== null && ` ${t('past.by', { name: one.createdBy })}`}
      </span>
    </li>
  );
};
