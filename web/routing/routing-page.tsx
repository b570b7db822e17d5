import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DraftView } from '../../src/routing/rules/draft-view.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { SpokenNotes } from '../ui/spoken-note.tsx';
import { DraftBar } from './draft/draft-bar.tsx';
import { FaultsContext } from './draft/faults-context.ts';
import { useRoutingDraft } from './draft/routing-draft.ts';
import { EditingProvider } from './editing-provider.tsx';
import { PartIndex } from './part-index.tsx';
import { RoutingPartPage } from './routing-part-page.tsx';
import classes from './routing-page.module.css';
import { draftQuery, problemsQuery } from './routing.query.ts';
import { TryOut } from './try-out/try-out.tsx';

/** How calls are taken: to try out for everybody, to draft and publish for owners and managers. */
export const RoutingPage = () => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const draft = useQuery(draftQuery(clinic.id));
  return (
    <>
      <PageHead title={t('title')} />
      {draft.isError && draft.data === undefined && (
        <ProblemNotice error={draft.error} onRetry={() => void draft.refetch()} />
      )}
      {draft.isPending && <RowsSkeleton rows={8} />}
      {/* Another clinic is another page: nothing typed for one is ever saved for the other. */}
      {draft.data !== undefined && <RoutingSetup key={clinic.id} view={draft.data} />}
    </>
  );
};

const RoutingSetup = ({ view }: { view: DraftView }) => {
  const { clinic } = useCurrentClinic();
  const draft = useRoutingDraft(clinic.id, view);
  const { data: faults = [] } = useQuery(problemsQuery(clinic.id, draft.state.base));
  return (
    <SpokenNotes>
      <EditingProvider draft={draft}>
        <FaultsContext value={faults}>
          <DraftBar draft={draft} />
          <div className={classes.columns}>
            <PartIndex />
            <div className={classes.part}>
              <RoutingPartPage draft={draft} />
            </div>
            <div className={classes.try}>
              <TryOut state={draft.state} />
            </div>
          </div>
        </FaultsContext>
      </EditingProvider>
    </SpokenNotes>
  );
};
