import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { insertEvents } from './events.store.ts';
import { eventKinds, type EventKind, type EventPayload } from './rules/event-kinds.ts';

export type NewEvent<K extends EventKind = EventKind> = {
  kind: K;
  occurredAt: Temporal.Instant;
  payload: EventPayload<K>;
  patientId?: string | null;
  leadId?: string | null;
  appointmentId?: string | null;
  callId?: string | null;
  /** Deterministic: a second event with this key is not recorded. Without one each call records one event. */
  key?: string;
  /** Whose key that is; default ourselves. */
  source?: string;
};
export type AnyNewEvent = { [K in EventKind]: NewEvent<K> }[EventKind];

/** An event with everything that is stored, for those who record it inside a statement of their own. */
export const eventRow = (event: AnyNewEvent) => {
  const id = randomUUIDv7();
  return {
    id,
    kind: event.kind,
    source: event.source ?? 'frontdesk',
    external_id: event.key ?? id,
    occurred_at: event.occurredAt.toString(),
    patient_id: event.patientId ?? null,
    lead_id: event.leadId ?? null,
    appointment_id: event.appointmentId ?? null,
    call_id: event.callId ?? null,
    payload: eventKinds[event.kind].payload.parse(event.payload),
  };
};
export type EventRow = ReturnType<typeof eventRow>;

/**
 * Records what happened, in the transaction that makes it so. Automation hears of it when that commits.
 * @returns its id; null: an event with this source and key was there before
 */
export const recordEvent = async <K extends EventKind>(
  trx: ClinicTransaction,
  event: NewEvent<K>,
): Promise<string | null> => {
  const [id] = await insertEvents(trx, [eventRow(event as AnyNewEvent)]);
  return id ?? null;
};

/** Many at once, in one statement. @returns the ids of those that were not there before */
export const recordEvents = (trx: ClinicTransaction, events: AnyNewEvent[]): Promise<string[]> =>
  events.length === 0 ? Promise.resolve([]) : insertEvents(trx, events.map(eventRow));
