import type { Moment } from '../../../../src/workflows/rules/moment.ts';

export type MomentKind = Moment['until'];

/** In the order in which they are offered. */
export const momentKinds = {
  time: ['later', 'time-of-day', 'business-day'],
  appointment: ['before-appointment', 'after-appointment', 'morning-of-appointment'],
  patient: ['birthday'],
} as const satisfies Record<string, readonly MomentKind[]>;

/** Another kind of moment, with as much of what was given as it can keep. */
export const asKind = (until: MomentKind, was: Moment): Moment => {
  const span = 'span' in was ? was.span : { days: 1 };
  const at = was.at === undefined ? {} : { at: was.at };
  switch (until) {
    case 'later':
    case 'before-appointment':
    case 'after-appointment':
      return { until, span, ...at };
    case 'morning-of-appointment':
      return { until, at: was.at ?? '08:00' };
    case 'business-day':
      return { until, count: 1, at: was.at ?? '09:00' };
    case 'time-of-day':
      return { until, at: was.at ?? '09:00' };
    case 'birthday':
      return { until, daysBefore: 0, at: was.at ?? '09:00' };
  }
};
