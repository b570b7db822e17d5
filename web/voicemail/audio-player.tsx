import { ActionIcon, Slider, UnstyledButton } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../ui/duration.ts';
import classes from './audio-player.module.css';
import { nextSpeed, playbackSpeed } from './playback-speed.ts';

interface AudioPlayerProps {
  source: string;
  /** Length that is known before the sound is loaded. */
  seconds: number;
  onPlay: () => void;
}

/** Plays a message; another one that plays on this page stops. The sound is fetched with the first click, not before. */
export const AudioPlayer = ({ source, seconds, onPlay }: AudioPlayerProps) => {
  const { t } = useTranslation('voicemail');
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(seconds);
  const [speed, setSpeed] = useState(playbackSpeed.read() ?? '1');
  const toggle = (): void => {
    const element = audio.current;
    if (element === null) return;
    if (!element.paused) return element.pause();
    for (const other of document.querySelectorAll<HTMLAudioElement>('audio[data-message]')) other.pause();
    setFailed(false);
    element.playbackRate = Number(speed);
    element.play().catch((error: unknown) => {
      // Paused again before it could begin: nothing is wrong.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailed(true);
    });
  };
  const seek = (to: number): void => {
    setAt(to);
    if (audio.current !== null) audio.current.currentTime = to;
  };
  const faster = (): void => {
    const next = nextSpeed(speed);
    setSpeed(next);
    playbackSpeed.write(next);
    if (audio.current !== null) audio.current.playbackRate = Number(next);
  };
  return (
    <div className={classes.player}>
      <audio
        ref={audio}
        src={source}
        preload="none"
        data-message
        onPlay={() => {
          setPlaying(true);
          onPlay();
        }}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => {
          if (Number.isFinite(event.currentTarget.duration)) setLength(event.currentTarget.duration);
        }}
      />
      <ActionIcon
        size={36}
        radius="xl"
        variant={playing ? 'filled' : 'light'}
        aria-label={playing ? t('pause') : t('play')}
        onClick={toggle}
      >
        {playing ? (
          <IconPlayerPauseFilled size={18} aria-hidden />
        ) : (
          <IconPlayerPlayFilled size={18} aria-hidden />
        )}
      </ActionIcon>
      <Slider
        className={classes.line}
        size="sm"
        label={null}
        thumbLabel={t('position')}
        min={0}
        max={Math.max(length, 1)}
        step={0.1}
        value={Math.min(at, length)}
        onChange={seek}
      />
      <span className={classes.clock}>
        {failed ? t('audio.failed') : `${formatDuration(at)} / ${formatDuration(length)}`}
      </span>
      <UnstyledButton className={classes.speed} aria-label={t('speed', { speed })} onClick={faster}>
        {speed}×
      </UnstyledButton>
    </div>
  );
};
