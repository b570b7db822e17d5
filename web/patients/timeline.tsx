import { Button, UnstyledButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import type { TimelineKind } from '../../src/timeline/rules/timeline-view.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { useOnTick } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { calendarDay } from '../ui/moment.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { groupByDay } from './group-by-day.ts';
import { timelineQuery } from './patients.query.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import { timelineKinds } from './timeline-kinds.ts';
import classes from './timeline.module.css';

interface TimelineProps {
  patient: PatientView;
  clinic: MyClinic;
  show: TimelineKind | undefined;
  onShow: (show: TimelineKind | undefined) => void;
}

/** Everything that happened with somebody, day by day, newest first. */
export const Timeline = ({ patient, clinic, show, onShow }: TimelineProps) => {
  const { t } = useTranslation('patients');
  const story = useInfiniteQuery(timelineQuery(clinic.id, patient.id, show));
  const entries = story.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Panel title={t('timeline.title')}>
      <Kinds show={show} onShow={onShow} />
      {story.isError && <ProblemNotice error={story.error} onRetry={() => void story.refetch()} />}
      {story.isPending && <RowsSkeleton rows={6} />}
      {groupByDay(entries, clinic.timeZone).map(({ day, entries: list }) => (
        <section key={day}>
          <DayHead at={list[0]?.at ?? day} clinic={clinic} />
          <ol className={classes.list}>
            {list.map((entry) => (
              <TimelineEntry
                key={`${entry.kind} ${entry.id}`}
                entry={entry}
                clinic={clinic}
                patientId={patient.id}
              />
            ))}
          </ol>
        </section>
      ))}
      {story.isSuccess && entries.length === 0 && (
        <EmptyState
          icon={<IconHistory />}
          title={t(show === undefined ? 'timeline.none' : 'timeline.noneOfKind')}
          action={
            show !== undefined && (
              <Button variant="light" onClick={() => onShow(undefined)}>
                {t('timeline.showAll')}
              </Button>
            )
          }
        >
          {show === undefined ? t('timeline.noneText') : undefined}
        </EmptyState>
      )}
      <MoreRows
        hasMore={story.hasNextPage}
        loading={story.isFetchingNextPage}
        onMore={() => void story.fetchNextPage()}
      />
    </Panel>
  );
};

const DayHead = ({ at, clinic }: { at: string; clinic: MyClinic }) => {
  const { i18n } = useTranslation();
  return (
    <h3 className={classes.day}>
      {useOnTick((second) => calendarDay(at, second, i18n.language, clinic.timeZone))}
    </h3>
  );
};

const Kinds = ({ show, onShow }: Pick<TimelineProps, 'show' | 'onShow'>) => {
  const { t } = useTranslation('patients');
  return (
    <div className={classes.kinds} role="group" aria-label={t('timeline.show')}>
      {[undefined, ...timelineKinds].map((kind) => (
        <UnstyledButton
          key={kind ?? 'all'}
          className={classes.kind}
          aria-pressed={show === kind}
          onClick={() => onShow(kind)}
        >
          {kind === undefined ? t('timeline.all') : t(`timeline.kinds.${kind}`)}
        </UnstyledButton>
      ))}
    </div>
  );
};
