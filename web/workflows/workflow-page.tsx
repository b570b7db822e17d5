import { Alert, SegmentedControl } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../src/accounts/rules/role.ts';
import type { Definition } from '../../src/workflows/rules/definition.ts';
import { programOf } from '../../src/workflows/rules/program.ts';
import type { RuleGroup } from '../../src/workflows/rules/rule-tree.ts';
import type { WorkflowView } from '../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import head from '../ui/page-head.module.css';
import { PageHead } from '../ui/page-head.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { AudienceCount } from './audience-count.tsx';
import { FaultLines } from './fault-lines.tsx';
import { InstanceList } from './people/instance-list.tsx';
import { NumbersSection } from './numbers/numbers-section.tsx';
import { NamesOf } from './definition-names.tsx';
import { StepList } from './step-list.tsx';
import { WorkflowStatusLabel } from './status-labels.tsx';
import { useDefinitionWords } from './use-definition-words.ts';
import { VersionsSection } from './versions/versions-section.tsx';
import { readWorkflowSearch, workflowSections, type PeopleFilter } from './workflow-search.ts';
import { WorkflowActions } from './workflow-actions.tsx';
import classes from './workflows.module.css';
import { workflowQuery } from './workflows.query.ts';

const route = getRouteApi('/signed-in/clinics/$clinicId/workflows/$workflowId');

/** One workflow: what it does, in words, and who is going through it. */
export const WorkflowPage = () => {
  const { t } = useTranslation(['workflows', 'versions']);
  const { clinic } = useCurrentClinic();
  const { workflowId } = route.useParams();
  const search = route.useSearch();
  const { show = 'steps', ...filter } = search;
  const navigate = route.useNavigate();
  const change = (part: object): void =>
    void navigate({ search: readWorkflowSearch({ ...search, ...part }), replace: true });
  const { data: workflow, ...query } = useQuery(workflowQuery(clinic.id, workflowId));
  return (
    <>
      <Link to="/clinics/$clinicId/workflows" params={{ clinicId: clinic.id }} className={head.up}>
        <IconChevronLeft size={18} aria-hidden />
        {t('back')}
      </Link>
      <PageHead title={workflow?.name ?? t('title')}>
        {workflow !== undefined && <WorkflowStatusLabel status={workflow.status} />}
      </PageHead>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <RowsSkeleton rows={8} />}
      {workflow !== undefined && (
        <>
          {atLeast(clinic.role, 'manager') && workflow.status !== 'archived' && (
            <WorkflowActions workflow={workflow} clinicId={clinic.id} />
          )}
          <Faults workflow={workflow} />
          <SegmentedControl
            aria-label={t('versions:sections.label')}
            data={workflowSections.map((value) => ({ value, label: t(`versions:sections.${value}`) }))}
            value={show}
            onChange={(value) => change({ show: value })}
            mb="md"
          />
          {show === 'versions' && <VersionsSection workflow={workflow} open={filter.version} />}
          {show === 'numbers' && <NumbersSection workflow={workflow} />}
          {show === 'steps' && <StepsAndPeople workflow={workflow} filter={filter} onFilter={change} />}
        </>
      )}
    </>
  );
};

interface StepsAndPeopleProps {
  workflow: WorkflowView;
  filter: PeopleFilter;
  onFilter: (change: object) => void;
}

const StepsAndPeople = ({ workflow, filter, onFilter }: StepsAndPeopleProps) => {
  const { t } = useTranslation('workflows');
  const { clinic } = useCurrentClinic();
  return (
    <div className={classes.columns}>
      <div className={classes.side}>
        {workflow.draft && (
          <Steps title={t('draftSteps')} definition={workflow.draft} at={{}} clinicId={clinic.id} />
        )}
        {workflow.definition && (
          <Steps title={t('steps')} definition={workflow.definition} at={workflow.at} clinicId={clinic.id} />
        )}
      </div>
      <InstanceList clinic={clinic} workflow={workflow} filter={filter} onFilter={onFilter} />
    </div>
  );
};

const Faults = ({ workflow: { faults, draft } }: { workflow: WorkflowView }) => {
  const { t } = useTranslation('workflows');
  if (faults.length === 0) return null;
  return (
    <Alert color="red" variant="light" title={t('faults')} mb="md">
      <NamesOf definition={draft}>
        <FaultLines faults={faults} />
      </NamesOf>
    </Alert>
  );
};

const everybody: RuleGroup = { combinator: 'and', rules: [] };

interface StepsProps {
  title: string;
  definition: Definition;
  at: Record<string, number>;
  clinicId: string;
}

const Steps = (props: StepsProps) => (
  <NamesOf definition={props.definition}>
    <StepsPanel {...props} />
  </NamesOf>
);

const StepsPanel = ({ title, definition, at, clinicId }: StepsProps) => {
  const { t } = useTranslation('workflows');
  const definitionWords = useDefinitionWords();
  const { places } = programOf(definition);
  const elsewhere = Object.entries(at).reduce(
    (sum, [step, count]) => sum + (places.has(step) ? 0 : count),
    0,
  );
  const { begins, ends } = definitionWords(definition);
  const { daily, filter = everybody } = definition.trigger;
  return (
    <Panel title={title}>
      <div className={classes.body}>
        <p className={classes.begins}>{begins}</p>
        {daily && <AudienceCount clinicId={clinicId} filter={filter} />}
        <StepList steps={definition.steps} at={at} />
        {elsewhere > 0 && <p className={classes.dim}>{t('standElsewhere', { count: elsewhere })}</p>}
        {ends !== null && <p className={classes.dim}>{ends}</p>}
      </div>
    </Panel>
  );
};
