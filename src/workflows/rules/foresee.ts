import type { RecordedEvent } from '../../events/rules/recorded-event.ts';
import type { Definition } from './definition.ts';
import { personOf } from './entry.ts';
import { passesFilter } from './play/set-scene.ts';
import { enter, ledgerOf, mayEnter, type PastEntry } from './reentry.ts';
import { rehearse, type Deed } from './rehearse.ts';
import type { Subject } from './subject.ts';
import type { ForecastCounts } from './template-views.ts';

/** What could begin an instance, and how what it is about stood then. event null: the calendar begins it. */
export type Beginning = {
  at: Temporal.Instant;
  event: RecordedEvent | null;
  patientId: string | null;
  subject: Subject;
};
/** `occasion`: which of the beginnings it follows from */
export type Foreseen = Deed & { patientId: string | null; person: string; occasion: number };

const whoIs = ({ event, patientId }: Beginning): string =>
  event === null ? `patient:${patientId}` : personOf(event);

/**
 * Who would have come in: by the filter and the re-entry rule, as when events are dispatched.
 * @param past who had come in before the first of these
 */
export const entering = (
  definition: Definition,
  beginnings: readonly Beginning[],
  past: readonly PastEntry[] = [],
): Beginning[] => {
  const ledger = ledgerOf(past);
  return beginnings.filter(({ event: occurrence, patientId, subject, at }) => {
    if (!passesFilter(definition, subject, at)) return false;
    const { timeZone } = subject.clinic;
    const key = mayEnter(definition.reentry, ledger, { occurrence, patientId }, timeZone, at);
    if (key === null) return false;
    enter(ledger, { key, at, patientId });
    return true;
  });
};

/** Everything that the workflow does about these before `until`. */
export const foresee = (
  definition: Definition,
  beginnings: readonly Beginning[],
  until: Temporal.Instant,
): Foreseen[] =>
  entering(definition, beginnings).flatMap((beginning, occasion) =>
    rehearse(definition, beginning.subject, beginning.at, until).map((deed) => ({
      ...deed,
      patientId: beginning.patientId,
      person: whoIs(beginning),
      occasion,
    })),
  );

export const countsOf = (deeds: readonly Foreseen[]): ForecastCounts => {
  const sent = (channels: readonly string[]): number =>
    deeds.filter(({ effect }) => effect.effect === 'send-message' && channels.includes(effect.channel))
      .length;
  const kind = (wanted: Deed['effect']['effect']): number =>
    deeds.filter(({ effect }) => effect.effect === wanted).length;
  return {
    people: new Set(deeds.map(({ person }) => person)).size,
    occasions: new Set(deeds.map(({ occasion }) => occasion)).size,
    sms: sent(['sms']),
    email: sent(['email']),
    other: sent(['in-app', 'push']),
    calls: kind('place-call'),
    tasks: kind('create-task'),
  };
};
