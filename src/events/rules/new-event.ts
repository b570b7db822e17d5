import type { EventKind, EventPayload } from './event-kinds.ts';

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
