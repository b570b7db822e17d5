import type { Topic } from '../../src/live/live.api.ts';
import { clinicPath } from '../platform/request.ts';
import { topics } from './query-keys.ts';

interface LiveStream {
  onTopic: (topic: Topic) => void;
  /** The stream is (again) open: whatever happened in between was not told. */
  onOpen: () => void;
  onLost: () => void;
}

const secondsUntilLost = 4;
const longestPause = 15_000;

/** Keeps `GET live` open until the returned function is called. EventSource gives up after an error status; we do not. */
export const openLiveStream = (clinicId: string, { onTopic, onOpen, onLost }: LiveStream): (() => void) => {
  let source: EventSource | null = null;
  let lostTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let closed = false;

  const connect = (): void => {
    const stream = new EventSource(clinicPath(clinicId, 'live'));
    source = stream;
    stream.addEventListener('open', () => {
      failures = 0;
      clearTimeout(lostTimer);
      lostTimer = undefined;
      onOpen();
    });
    stream.addEventListener('error', () => {
      lostTimer ??= setTimeout(onLost, secondsUntilLost * 1000);
      if (stream.readyState !== EventSource.CLOSED || closed) return;
      failures += 1;
      retryTimer = setTimeout(connect, Math.min(1000 * 2 ** (failures - 1), longestPause));
    });
    for (const topic of topics) stream.addEventListener(topic, () => onTopic(topic));
  };

  connect();
  return () => {
    closed = true;
    clearTimeout(lostTimer);
    clearTimeout(retryTimer);
    source?.close();
  };
};
