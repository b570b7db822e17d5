import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventKind } from '../../../src/events/rules/event-kinds.ts';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { KnownPerson, KnownVisit } from '../../../src/workflows/rules/play/scene-view.ts';
import {
  isAboutVisit,
  makeUpVisit,
  usualStart,
  usualVisit,
} from '../../../src/workflows/rules/play/set-scene.ts';
import { callOutcomes, type CallOutcome } from '../../../src/workflows/rules/steps.ts';
import type { MyClinic } from '../../accounts/me.query.ts';
import { instantAt, wallTime } from '../../ui/clinic-time.ts';
import { useReasonWords } from '../use-reason-words.ts';
import type { Beginning } from './play-panel.tsx';
import type { Setting } from './play-state.ts';
import { playTime } from './play-time.ts';
import { PlayStage } from './play-stage.tsx';
import classes from './play.module.css';

interface PlaySettingProps {
  clinic: MyClinic;
  definition: Definition;
  onStep: (step: string | null) => void;
  person: KnownPerson;
  appointmentId: string | null;
  beginning: Beginning | null;
  onOther: () => void;
}

type Chosen = { kind: EventKind | null; visitId: string; wall: string | null; calls: CallOutcome };

const madeUp = 'made-up';

const visitOf = (person: KnownPerson, { kind, visitId }: Chosen): KnownVisit | null => {
  if (kind === null || !isAboutVisit(kind)) return null;
  return person.visits.find(({ id }) => id === visitId) ?? makeUpVisit(person, kind, person.at);
};

const settingOf = (person: KnownPerson, chosen: Chosen, begins: Beginning | null): Setting => {
  const { kind, wall, calls } = chosen;
  const { timeZone } = person.calendar;
  const visit = visitOf(person, chosen);
  const usual = begins === null ? usualStart(kind, visit, person.at) : Temporal.Instant.from(begins.at);
  const instant = wall === null ? null : instantAt(wall, timeZone);
  const start = instant === null ? usual : Temporal.Instant.from(instant);
  // A visit that nobody has stands where the clock of the play wants it.
  const moved = visit?.id === madeUp && kind !== null ? makeUpVisit(person, kind, start) : visit;
  return { person, kind, visit: moved, start, calls };
};

/** With what the play begins; what is chosen here begins it anew. */
export const PlaySetting = ({
  clinic,
  definition,
  onStep,
  person,
  appointmentId,
  beginning,
  onOther,
}: PlaySettingProps) => {
  const { t, i18n } = useTranslation(['play', 'workflows']);
  const reasonWords = useReasonWords();
  const kinds = definition.trigger.events;
  const begins = beginning?.kind ?? kinds[0] ?? null;
  const [chosen, setChosen] = useState<Chosen>({
    kind: begins,
    visitId: appointmentId ?? usualVisit(person, begins)?.id ?? madeUp,
    wall: null,
    calls: 'heard',
  });
  const change = (values: Partial<Chosen>): void => setChosen({ ...chosen, ...values });
  const setting = useMemo(() => settingOf(person, chosen, beginning), [person, chosen, beginning]);
  const { timeZone } = clinic;
  const visits = person.visits.map(({ id, startsAt, reason }) => ({
    value: id,
    label: [playTime(startsAt, i18n.language, timeZone, false), reason].filter(Boolean).join(' · '),
  }));
  const name = `${person.patient.preferredName ?? person.patient.givenName} ${person.patient.familyName}`;
  return (
    <div className={classes.play}>
      <div className={classes.setting}>
        <div className={classes.person}>
          <strong>{name}</strong>
          <Button size="compact-sm" variant="subtle" onClick={onOther}>
            {t('other')}
          </Button>
        </div>
        {kinds.length > 1 && (
          <Select
            label={t('begins')}
            data={kinds.map((value) => ({ value, label: t(`workflows:events.${value}`) }))}
            value={chosen.kind}
            allowDeselect={false}
            onChange={(value) => change({ kind: kinds.find((kind) => kind === value) ?? null })}
          />
        )}
        {isAboutVisit(chosen.kind) && (
          <Select
            label={t('visit')}
            data={[...visits, { value: madeUp, label: t('madeUp') }]}
            value={setting.visit?.id ?? madeUp}
            allowDeselect={false}
            onChange={(value) => change({ visitId: value ?? madeUp, wall: null })}
          />
        )}
        <TextInput
          type="datetime-local"
          label={t('start', { zone: timeZone.replace('_', ' ') })}
          value={chosen.wall ?? wallTime(setting.start.epochMilliseconds, timeZone)}
          onChange={(event) => change({ wall: event.currentTarget.value })}
        />
        <Select
          label={t('calls')}
          data={callOutcomes
            .filter((outcome) => outcome !== 'withheld' && outcome !== 'unknown')
            .map((value) => ({ value, label: reasonWords(value) }))}
          value={chosen.calls}
          allowDeselect={false}
          onChange={(value) => change({ calls: callOutcomes.find((one) => one === value) ?? 'heard' })}
        />
      </div>
      <PlayStage
        key={JSON.stringify([setting.kind, setting.visit, setting.start, setting.calls, definition])}
        {...{ clinic, definition, setting, onStep }}
      />
    </div>
  );
};
