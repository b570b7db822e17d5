import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventKind } from '../../../src/events/rules/event-kinds.ts';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { templatesIn } from '../../../src/workflows/rules/play/templates-in.ts';
import type { MyClinic } from '../../accounts/me.query.ts';
import { FindPerson } from '../../patients/find-person.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { PlaySetting } from './play-setting.tsx';
import classes from './play.module.css';
import { sceneQuery, type WhoPlays } from './play.query.ts';

/** An event that really happened, with which a play begins. */
export type Beginning = { kind: EventKind | null; at: string };

export interface PlayPanelProps {
  clinic: MyClinic;
  workflowId: string;
  definition: Definition;
  /** the step that is being done; null: none */
  onStep: (step: string | null) => void;
  /** with whom it begins; left out: somebody is chosen */
  who?: WhoPlays | null;
  beginning?: Beginning | null;
}

/** One chosen patient is walked through a workflow on a clock of its own, by the interpreter and the gate themselves. */
export const PlayPanel = ({
  clinic,
  workflowId,
  definition,
  onStep,
  who = null,
  beginning = null,
}: PlayPanelProps) => {
  const { t } = useTranslation('play');
  const [chosen, setChosen] = useState<WhoPlays | null>(who);
  const templateIds = useMemo(() => templatesIn(definition), [definition]);
  if (definition.steps.length === 0)
    return (
      <EmptyState icon={<IconRoute size={28} />} title={t('noSteps')}>
        {t('noStepsText')}
      </EmptyState>
    );
  if (chosen === null)
    return (
      <div className={classes.choose}>
        <p className={classes.intro}>{t('intro')}</p>
        <FindPerson
          clinicId={clinic.id}
          except=""
          label={t('who')}
          onFound={({ id }) => setChosen({ patientId: id, appointmentId: null, eventId: null })}
        />
      </div>
    );
  return (
    <WithScene
      {...{ clinic, workflowId, definition, onStep, templateIds }}
      who={chosen}
      beginning={chosen === who ? beginning : null}
      onOther={() => {
        onStep(null);
        setChosen(null);
      }}
    />
  );
};

interface WithSceneProps {
  clinic: MyClinic;
  workflowId: string;
  definition: Definition;
  onStep: (step: string | null) => void;
  templateIds: readonly string[];
  who: WhoPlays;
  beginning: Beginning | null;
  onOther: () => void;
}

const WithScene = ({ who, workflowId, templateIds, ...rest }: WithSceneProps) => {
  const { data: person, ...query } = useQuery(sceneQuery(rest.clinic.id, workflowId, who, templateIds));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (person === undefined) return <RowsSkeleton rows={6} />;
  return <PlaySetting {...rest} appointmentId={who.appointmentId} person={person} />;
};
