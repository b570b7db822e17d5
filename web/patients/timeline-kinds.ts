import type { TimelineKind } from '../../src/timeline/rules/timeline-view.ts';

/** In the order of the buttons above the story. */
export const timelineKinds: readonly TimelineKind[] = [
  'call',
  'voicemail',
  'message',
  'appointment',
  'care',
  'note',
  'task',
  'consent',
  'change',
];
