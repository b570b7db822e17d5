import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InstanceView } from '../../src/workflows/rules/workflow-views.ts';
import { atLeast } from '../../src/accounts/rules/role.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import head from '../ui/page-head.module.css';
import { PageHead } from '../ui/page-head.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { HandPanel } from './people/hand-panel.tsx';
import { InstanceStatusLabel } from './status-labels.tsx';
import { NamesOf } from './definition-names.tsx';
import { StoryLines } from './story-lines.tsx';
import { useReasonWords } from './use-reason-words.ts';
import classes from './workflows.module.css';
import { storyQuery } from './workflows.query.ts';

const route = getRouteApi('/signed-in/clinics/$clinicId/workflows/instances/$instanceId');

/** One person's way through a workflow: everything that was done, left out or is still to come, and why. */
export const InstancePage = () => {
  const { t } = useTranslation('workflows');
  const { clinic } = useCurrentClinic();
  const { instanceId } = route.useParams();
  const { data: story, ...query } = useQuery(storyQuery(clinic.id, instanceId));
  return (
    <>
      {story !== undefined && (
        <Link
          to="/clinics/$clinicId/workflows/$workflowId"
          params={{ clinicId: clinic.id, workflowId: story.workflow.id }}
          className={head.up}
        >
          <IconChevronLeft size={18} aria-hidden />
          {story.workflow.name}
        </Link>
      )}
      <PageHead title={story === undefined ? t('story') : (story.patient?.name ?? t('somebody'))}>
        {story !== undefined && <InstanceStatusLabel status={story.status} />}
      </PageHead>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <RowsSkeleton rows={8} />}
      {story !== undefined && (
        <NamesOf definition={story.definition}>
          <Summary story={story} clinic={clinic} />
          {atLeast(clinic.role, 'receptionist') && <HandPanel story={story} clinicId={clinic.id} />}
          <Panel title={t('story')}>
            <StoryLines story={story} clinic={clinic} />
          </Panel>
        </NamesOf>
      )}
    </>
  );
};

const Summary = ({ story, clinic }: { story: InstanceView; clinic: MyClinic }) => {
  const { t } = useTranslation('workflows');
  const reasonWords = useReasonWords();
  const { timeZone } = clinic;
  return (
    <p className={classes.summary}>
      {t('began')} <MomentText at={story.startedAt} timeZone={timeZone} words="calendar" />
      {story.cause !== null &&
        `, ${t('beganBy', { event: t(`events.${story.cause.kind}` as 'events.BIRTHDAY') })}`}
      {story.definition?.trigger.daily !== undefined && `, ${t('beganDaily')}`}
      {' · '}
      <Link
        to="/clinics/$clinicId/workflows/$workflowId"
        params={{ clinicId: clinic.id, workflowId: story.workflow.id }}
        search={{ show: 'versions', version: story.version }}
      >
        {t('version', { version: story.version })}
      </Link>
      {story.exitReason !== null && ` · ${reasonWords(story.exitReason)}`}
      {story.patient !== null && (
        <>
          {' · '}
          <Link
            to="/clinics/$clinicId/patients/$patientId"
            params={{ clinicId: clinic.id, patientId: story.patient.id }}
          >
            {story.patient.name}
          </Link>
        </>
      )}
    </p>
  );
};
