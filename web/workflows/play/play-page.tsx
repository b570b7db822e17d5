import { SegmentedControl } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEventKind } from '../../../src/events/rules/event-kinds.ts';
import type { WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import type { MyClinic } from '../../accounts/me.query.ts';
import head from '../../ui/page-head.module.css';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { NamesOf } from '../definition-names.tsx';
import { StepList } from '../step-list.tsx';
import { useDefinitionWords } from '../use-definition-words.ts';
import { workflowQuery } from '../workflows.query.ts';
import { PlayPanel } from './play-panel.tsx';
import type { PlaySearch } from './play-search.ts';
import { Rehearsal } from './rehearsal.tsx';
import classes from './play.module.css';

const route = getRouteApi('/signed-in/clinics/$clinicId/workflows/$workflowId/play');

/** A workflow played with one patient: its steps on one side, the play on the other. */
export const PlayPage = () => {
  const { t } = useTranslation(['play', 'workflows']);
  const { clinic } = useCurrentClinic();
  const { workflowId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: workflow, ...query } = useQuery(workflowQuery(clinic.id, workflowId));
  return (
    <>
      <Link
        to="/clinics/$clinicId/workflows/$workflowId"
        params={{ clinicId: clinic.id, workflowId }}
        className={head.up}
      >
        <IconChevronLeft size={18} aria-hidden />
        {workflow?.name ?? t('workflows:title')}
      </Link>
      <PageHead title={t('title')} />
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <RowsSkeleton rows={8} />}
      {workflow !== undefined && (
        <>
          <SegmentedControl
            aria-label={t('show')}
            data={[
              { value: 'one', label: t('one') },
              { value: 'events', label: t('events') },
            ]}
            value={search.show ?? 'one'}
            onChange={(value) =>
              void navigate({ search: value === 'events' ? { show: 'events' } : {}, replace: true })
            }
            mb="md"
          />
          <NamesOf definition={workflow.draft ?? workflow.definition}>
            <Stage key={JSON.stringify(search)} workflow={workflow} clinic={clinic} search={search} />
          </NamesOf>
        </>
      )}
    </>
  );
};

interface StageProps {
  workflow: WorkflowView;
  clinic: MyClinic;
  search: PlaySearch;
}

const Stage = ({ workflow, clinic, search }: StageProps) => {
  const { t } = useTranslation(['play', 'workflows']);
  const [lit, setLit] = useState<string | null>(null);
  const definitionWords = useDefinitionWords();
  const definition = workflow.draft ?? workflow.definition;
  if (definition === null) return null;
  const { begins, ends } = definitionWords(definition);
  if (search.show === 'events')
    return (
      <Panel title={t('events')}>
        <Rehearsal clinic={clinic} workflowId={workflow.id} definition={definition} />
      </Panel>
    );
  const { patient, appointment = null, event = null, at } = search;
  const kind = search.kind !== undefined && isEventKind(search.kind) ? search.kind : null;
  const who =
    patient === undefined ? null : { patientId: patient, appointmentId: appointment, eventId: event };
  return (
    <div className={classes.columns}>
      <Panel title={t('panel')}>
        <div className={classes.body}>
          <PlayPanel
            clinic={clinic}
            workflowId={workflow.id}
            definition={definition}
            onStep={setLit}
            who={who}
            beginning={at === undefined ? null : { kind, at }}
          />
        </div>
      </Panel>
      <Panel title={t(workflow.draft === null ? 'workflows:steps' : 'workflows:draftSteps')}>
        <div className={classes.body}>
          <p className={classes.begins}>{begins}</p>
          <StepList steps={definition.steps} at={{}} lit={lit} />
          {ends !== null && <p className={classes.quiet}>{ends}</p>}
        </div>
      </Panel>
    </div>
  );
};
