import type { Span } from '../moment.ts';

const day = 24 * 60;

/** About how long that is: months have 30 days. */
export const minutesIn = ({ months = 0, weeks = 0, days = 0, hours = 0, minutes = 0 }: Span): number =>
  (months * 30 + weeks * 7 + days) * day + hours * 60 + minutes;
