import { preference } from '../platform/preference.ts';

const speeds = ['1', '1.25', '1.5', '2'] as const;
export type Speed = (typeof speeds)[number];

/** How fast this person listens; kept from message to message. */
export const playbackSpeed = preference('voicemail-speed', (text): text is Speed =>
  speeds.some((speed) => speed === text),
);

/** The one after it; after the fastest, the normal one again. */
export const nextSpeed = (speed: Speed): Speed => speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? '1';
