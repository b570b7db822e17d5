import type { RecordedEvent } from '../../events/rules/recorded-event.ts';
import type { Reentry } from './definition.ts';

/** How often and when somebody last went into a workflow. */
export type Entries = { count: number; last: Temporal.Instant };

/** What an event says of who comes in. */
export type Occurrence = Pick<
  RecordedEvent,
  'id' | 'kind' | 'patientId' | 'leadId' | 'appointmentId' | 'callId'
> & { payload: object };

/**
 * What an event is one telling of. A call that comes in may be told twice, the second time as an emergency; who has come in
 * by the first does not come in again by the second.
 */
const occasionOf = ({ kind, id, callId }: Occurrence): string =>
  kind === 'INCOMING_CALL' && callId !== null ? `incoming:${callId}` : `event:${id}`;

/** Who an event is about, as far as it says: a stranger is their number. */
export const personOf = (event: Occurrence): string => {
  if (event.patientId !== null) return `patient:${event.patientId}`;
  if (event.leadId !== null) return `lead:${event.leadId}`;
  const number = 'fromNumber' in event.payload ? event.payload.fromNumber : null;
  return typeof number === 'string' && number.startsWith('+') ? `number:${number}` : occasionOf(event);
};

/** How the keys begin under which somebody who is no patient may have come in. */
export const strangerNames = (event: Occurrence): string[] =>
  event.patientId === null ? [personOf(event), occasionOf(event)] : [];

/** Days of the clinic's calendar: who last came in at this time or before may come in again. */
export const freeSince = (days: number, timeZone: string, now: Temporal.Instant): Temporal.Instant =>
  now.toZonedDateTimeISO(timeZone).subtract({ days }).toInstant();

/**
 * The key under which an event enters a workflow: whoever comes with a key that was used does not come in, however many
 * workers look at once.
 * @returns null when the rule keeps them out
 */
export const entryKey = (
  reentry: Reentry,
  event: Occurrence,
  earlier: Entries | undefined,
  timeZone: string,
  now: Temporal.Instant,
): string | null => {
  switch (reentry.rule) {
    case 'always':
      return occasionOf(event);
    case 'never':
      return earlier === undefined ? personOf(event) : null;
    case 'once-per-appointment':
      return event.appointmentId === null ? null : `appointment:${event.appointmentId}`;
    case 'after-days': {
      if (earlier === undefined) return `${personOf(event)}:0`;
      const free = freeSince(reentry.days, timeZone, now);
      return Temporal.Instant.compare(earlier.last, free) <= 0 ? `${personOf(event)}:${earlier.count}` : null;
    }
  }
};

/** The key under which the calendar takes a patient in. @param entries how often they came in before */
export const dailyKey = ({ rule }: Reentry, patientId: string, entries: number): string =>
  `patient:${patientId}${rule === 'never' ? '' : `:${entries}`}`;
