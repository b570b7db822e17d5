import type { EventKind, EventPayload } from './event-kinds.ts';

type Recorded<K extends EventKind> = {
  id: string;
  kind: K;
  /** `frontdesk`, or what a practice system calls itself */
  source: string;
  externalId: string;
  occurredAt: Temporal.Instant;
  patientId: string | null;
  leadId: string | null;
  appointmentId: string | null;
  callId: string | null;
  payload: EventPayload<K>;
};

/** An event as it stands in the book; `kind` says what the payload is. */
export type RecordedEvent = { [K in EventKind]: Recorded<K> }[EventKind];
