import { SegmentedControl, Select } from '@mantine/core';
import { IconRecordMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { departmentsQuery, staffQuery } from '../staff/staff.query.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { useVoicemails } from './use-voicemails.ts';
import classes from './voicemail-page.module.css';
import { VoicemailRow } from './voicemail-row.tsx';
import { readVoicemailSearch, scopes } from './voicemail-search.ts';

const route = getRouteApi('/signed-in/clinics/$clinicId/voicemail');

/** All messages of the clinic, by department and by what is left to do. */
export const VoicemailPage = () => {
  const { t } = useTranslation('voicemail');
  const { clinic } = useCurrentClinic();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const scope = search.show ?? 'todo';
  const { data: departments = [] } = useQuery(departmentsQuery(clinic.id));
  const { data: staff = [] } = useQuery(staffQuery(clinic.id));
  const list = useVoicemails(clinic.id, search);
  const change = (part: Record<string, unknown>): void => {
    void navigate({ search: readVoicemailSearch({ ...search, ...part }), replace: true });
  };
  return (
    <>
      <PageHead title={t('title')}>
        <SegmentedControl
          aria-label={t('scope')}
          data={scopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
          value={scope}
          onChange={(show) => change({ show })}
        />
        <div className={classes.filters}>
          <Select
            aria-label={t('department')}
            placeholder={t('anyDepartment')}
            clearable
            data={departments.map(({ id, name }) => ({ value: id, label: name }))}
            value={search.departmentId ?? null}
            onChange={(departmentId) => change({ departmentId })}
          />
          <Select
            aria-label={t('assignee')}
            placeholder={t('anyAssignee')}
            clearable
            data={[
              ...(clinic.staffId === null ? [] : [{ value: clinic.staffId, label: t('mine') }]),
              { value: 'nobody', label: t('nobodys') },
              ...staff
                .filter(({ id }) => id !== clinic.staffId)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={search.assignedTo ?? null}
            onChange={(assignedTo) => change({ assignedTo })}
          />
        </div>
      </PageHead>
      <div className={classes.sheet}>
        {list.error !== null && <ProblemNotice error={list.error} onRetry={list.retry} />}
        {list.pending && <RowsSkeleton rows={8} />}
        {list.messages.map((voicemail) => (
          <VoicemailRow key={voicemail.id} voicemail={voicemail} clinic={clinic} />
        ))}
        {!list.pending && list.error === null && list.messages.length === 0 && (
          <EmptyState icon={<IconRecordMail />} title={t(`none.${scope}`)}>
            {t(scope === 'deleted' ? 'noneDeletedText' : 'noneText')}
          </EmptyState>
        )}
      </div>
      <MoreRows hasMore={list.hasMore} loading={list.loadingMore} onMore={list.more} />
    </>
  );
};
