import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { Entry } from '../../../src/workflows/rules/play/world.ts';
import type { MyClinic } from '../../accounts/me.query.ts';
import { PlayEntry } from './play-entry.tsx';
import { clocksChange, playTime } from './play-time.ts';
import classes from './play.module.css';

interface PlayStoryProps {
  entries: readonly Entry[];
  start: Temporal.Instant;
  clinic: MyClinic;
  definition: Definition;
}

/** What has come to pass so far, the times beside it. */
export const PlayStory = ({ entries, start, clinic, definition }: PlayStoryProps) => {
  const { t, i18n } = useTranslation('play');
  const { timeZone } = clinic;
  const zoned = clocksChange(start, entries, timeZone);
  if (entries.length === 0) return <p className={classes.nothing}>{t('notYet')}</p>;
  return (
    <ol className={classes.story} aria-live="polite" aria-label={t('story')}>
      {entries.map((entry, index) => (
        <li
          key={`${entry.at.toString()} ${index}`}
          className={classes.entry}
          data-told={entry.told}
          data-last={index === entries.length - 1 || undefined}
        >
          <span className={classes.time}>
            {entries[index - 1]?.at.equals(entry.at) === true
              ? ''
              : playTime(entry.at, i18n.language, timeZone, zoned)}
          </span>
          <PlayEntry entry={entry} definition={definition} timeZone={timeZone} zoned={zoned} />
        </li>
      ))}
    </ol>
  );
};
