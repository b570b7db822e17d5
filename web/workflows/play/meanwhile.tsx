import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { Happening } from '../../../src/workflows/rules/play/happening.ts';
import { nextMoment } from '../../../src/workflows/rules/play/go-on.ts';
import { isAhead } from '../../../src/workflows/rules/subject.ts';
import { instantAt, wallTime } from '../../ui/clinic-time.ts';
import classes from './play.module.css';
import { isToldWhole } from './play-state.ts';
import type { Play } from './use-play.ts';

interface MeanwhileProps {
  play: Play;
  definition: Definition;
  timeZone: string;
}

/** What may come in between. */
export const Meanwhile = ({ play, definition, timeZone }: MeanwhileProps) => {
  const { t } = useTranslation(['play', 'workflows']);
  const { world, shown, perform } = play;
  if (!isToldWhole({ world, shown }) || world.instance.status !== 'running') return null;
  const { appointment } = world.subject;
  const happen = (happening: Happening): void => perform({ act: 'happen', happening });
  const goals = [...new Set(definition.exits.flatMap((exit) => (exit.when === 'event' ? exit.kinds : [])))];
  const next = nextMoment(world);
  const hour = world.now.add({ hours: 1 });
  const mayWait = next !== null && Temporal.Instant.compare(hour, next) < 0;
  const ahead = appointment !== null && isAhead(appointment);
  if (!ahead && goals.length === 0 && !mayWait) return null;
  return (
    <section className={classes.answers} aria-label={t('meanwhile')}>
      <p className={classes.question}>{t('meanwhile')}</p>
      <div className={classes.choices}>
        {ahead && (
          <>
            {(['appointment-confirmed', 'appointment-cancelled'] as const).map((what) => (
              <Button key={what} variant="default" size="compact-md" onClick={() => happen({ what })}>
                {t(`happened.${what}`)}
              </Button>
            ))}
            <MoveVisit at={appointment.startsAt} timeZone={timeZone} onMove={happen} />
          </>
        )}
        {goals.map((kind) => (
          <Button
            key={kind}
            variant="default"
            size="compact-md"
            onClick={() => happen({ what: 'event', kind })}
          >
            {t('happened.event', { event: t(`workflows:events.${kind}`) })}
          </Button>
        ))}
        {mayWait && (
          <Button
            variant="default"
            size="compact-md"
            onClick={() => perform({ act: 'wait', until: hour.toString() })}
          >
            {t('hourLater')}
          </Button>
        )}
      </div>
    </section>
  );
};

interface MoveVisitProps {
  at: Temporal.Instant;
  timeZone: string;
  onMove: (happening: Happening) => void;
}

const MoveVisit = ({ at, timeZone, onMove }: MoveVisitProps) => {
  const { t } = useTranslation('play');
  const [wall, setWall] = useState<string | null>(null);
  if (wall === null)
    return (
      <Button
        variant="default"
        size="compact-md"
        onClick={() => setWall(wallTime(at.add({ hours: 24 }).epochMilliseconds, timeZone))}
      >
        {t('move')}
      </Button>
    );
  const startsAt = instantAt(wall, timeZone);
  return (
    <form
      className={classes.move}
      onSubmit={(event) => {
        event.preventDefault();
        if (startsAt === null) return;
        onMove({ what: 'appointment-moved', startsAt });
        setWall(null);
      }}
    >
      <TextInput
        type="datetime-local"
        size="xs"
        aria-label={t('moveTo')}
        value={wall}
        onChange={(event) => setWall(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-md" disabled={startsAt === null}>
        {t('moveThere')}
      </Button>
    </form>
  );
};
