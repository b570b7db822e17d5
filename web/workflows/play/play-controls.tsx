import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconRefresh,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { clocksChange, playTime } from './play-time.ts';
import { isToldWhole, toldOf } from './play-state.ts';
import type { Play } from './use-play.ts';
import classes from './play.module.css';

interface PlayControlsProps {
  play: Play;
  start: Temporal.Instant;
  timeZone: string;
}

/** The clock of the play, and its keys. */
export const PlayControls = ({ play, start, timeZone }: PlayControlsProps) => {
  const { t, i18n } = useTranslation('play');
  const { world, shown, finished, playing, ringing } = play;
  const told = toldOf(world);
  const at = isToldWhole({ world, shown }) ? world.now : (told[shown - 1]?.at ?? start);
  const zoned = clocksChange(start, told, timeZone);
  const tools = [
    { label: t('back'), icon: IconArrowBackUp, act: play.back, off: play.isAtStart },
    { label: t('again'), icon: IconRefresh, act: play.again, off: play.isAtStart },
    { label: t('toTheEnd'), icon: IconPlayerTrackNext, act: play.toTheEnd, off: finished },
  ];
  return (
    <div className={classes.controls}>
      <p className={classes.clock} data-testid="play-clock">
        {playTime(at, i18n.language, timeZone, zoned)}
      </p>
      <div className={classes.keys}>
        <Button
          leftSection={<IconPlayerSkipForward size={16} aria-hidden />}
          disabled={finished}
          onClick={play.next}
        >
          {t('next')}
        </Button>
        <Button
          variant="default"
          leftSection={
            playing ? <IconPlayerPause size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />
          }
          disabled={finished || ringing}
          onClick={playing ? play.hold : play.playOn}
        >
          {playing ? t('hold') : t('playOn')}
        </Button>
        {tools.map(({ label, icon: Icon, act, off }) => (
          <ActionIcon
            key={label}
            variant="default"
            size={36}
            title={label}
            aria-label={label}
            disabled={off}
            onClick={act}
          >
            <Icon size={18} aria-hidden />
          </ActionIcon>
        ))}
      </div>
    </div>
  );
};
