import { eventId } from './event-id.ts';
import { eventKinds } from './rules/event-kinds.ts';
import type { AnyNewEvent } from './rules/new-event.ts';

/** An event with everything that is stored. */
export const eventRow = (event: AnyNewEvent) => {
  const id = eventId();
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
