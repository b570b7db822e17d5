import type { TimelineKind } from '../../src/timeline/rules/timeline-view.ts';
import { timelineKinds } from './timeline-kinds.ts';

/** Which part of the story is shown, kept in the address. */
export interface TimelineSearch {
  show?: TimelineKind;
}

export const readTimelineSearch = (search: Record<string, unknown>): TimelineSearch => {
  const show = timelineKinds.find((kind) => kind === search['show']);
  return show === undefined ? {} : { show };
};
