import { findAppointment } from '../appointments/find-appointment.ts';
import type { OnAppointmentsChanged } from '../appointments/note-appointment-change.ts';
import { receiveAppointmentChange, type ToldChange } from '../appointments/receive-appointment.ts';
import { isCareEvent, receiveCareEvent } from '../care/receive-care-event.ts';
import { recordEvent } from '../events/record-event.ts';
import { eventKinds } from '../events/rules/event-kinds.ts';
import type { AnyNewEvent } from '../events/rules/new-event.ts';
import { findPatient } from '../patients/find-patient.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { leadExists } from './leads.store.ts';
import { isOurOwn, subjectSchema, type CloudEvent, type EventSubjects } from './rules/cloud-event.ts';

export type Received =
  | { outcome: 'recorded' | 'known' }
  | { outcome: 'refused'; why: 'invalid' | 'not-found'; fault: string };

type About = { patientId: string | null; appointmentId: string | null; leadId: string | null };
const missing = (fault: string): Received => ({ outcome: 'refused', why: 'not-found', fault });

/** Finds whom the event is about. @returns the name of what is not there */
const findSubjects = async (
  trx: ClinicTransaction,
  { patient, appointment, lead }: EventSubjects,
): Promise<About | 'patient' | 'appointment' | 'lead'> => {
  const visit = appointment === undefined ? null : await findAppointment(trx, appointment);
  if (appointment !== undefined && visit === null) return 'appointment';
  const patientId = patient === undefined ? (visit?.patientId ?? null) : await findPatient(trx, patient);
  if (patient !== undefined && patientId === null) return 'patient';
  if (lead !== undefined && !(await leadExists(trx, lead.id))) return 'lead';
  return { patientId, appointmentId: visit?.id ?? null, leadId: lead?.id ?? null };
};

/** What an event makes of the appointment in the book; null: it stays as it is. */
const changeOf = (event: AnyNewEvent): ToldChange | null => {
  switch (event.kind) {
    case 'APPOINTMENT_COMPLETED':
      return { status: 'completed' };
    case 'APPOINTMENT_NO_SHOW':
      return { status: 'no-show' };
    case 'APPOINTMENT_CANCELLED':
      return { status: 'cancelled', cancelledBy: event.payload.cancelledBy };
    case 'APPOINTMENT_RESCHEDULED': {
      const { startsAt, endsAt } = event.payload;
      return { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) };
    }
    default:
      return null;
  }
};

const isBackwards = ({ startsAt, endsAt }: ToldChange): boolean =>
  startsAt !== undefined && endsAt !== undefined && Temporal.Instant.compare(startsAt, endsAt) >= 0;

type Context = { userId: string; at: Temporal.Instant; onAppointmentsChanged: OnAppointmentsChanged };

/**
 * Takes an event of a practice system. Those of appointments change the appointment book, those of treatments and payments
 * what is kept of them, which then record them, so that what is kept and what follows from events never disagree. @returns `known`: it was recorded before, or is so already
 */
export const receiveEvent = async (
  trx: ClinicTransaction,
  { type: kind, source, id: key, time, data }: CloudEvent,
  { onAppointmentsChanged, ...by }: Context,
): Promise<Received> => {
  if (isOurOwn(kind))
    return { outcome: 'refused', why: 'invalid', fault: 'type: calls are known from the carrier' };
  const subjects = subjectSchema.safeParse(data);
  const payload = eventKinds[kind].payload.safeParse(data);
  if (!subjects.success || !payload.success) {
    const issue = (subjects.error ?? payload.error)?.issues[0];
    const fault = `data.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`;
    return { outcome: 'refused', why: 'invalid', fault };
  }
  const about = await findSubjects(trx, subjects.data);
  if (typeof about === 'string') return missing(`data.${about}: there is none of that id`);
  const needed = eventKinds[kind].about;
  const own = { patient: about.patientId, appointment: about.appointmentId, lead: about.leadId, call: null }[
    needed
  ];
  if (own === null) return { outcome: 'refused', why: 'invalid', fault: `data.${needed}: is missing` };
  const occurredAt = time === undefined ? by.at : Temporal.Instant.from(time);
  // The payload was read by the schema of this very kind.
  const event = { kind, occurredAt, source, key, ...about, payload: payload.data } as AnyNewEvent;
  if (isCareEvent(event) && about.patientId !== null) {
    const received = await receiveCareEvent(trx, { ...event, source, key, patientId: about.patientId }, by);
    return received.outcome === 'refused' ? { ...received, why: 'invalid' } : received;
  }
  const change = changeOf(event);
  if (change === null || about.appointmentId === null)
    return { outcome: (await recordEvent(trx, event)) === null ? 'known' : 'recorded' };
  if (isBackwards(change))
    return { outcome: 'refused', why: 'invalid', fault: 'data.endsAt: after the start' };
  const told = { source, key, occurredAt };
  const done = await receiveAppointmentChange(
    trx,
    about.appointmentId,
    change,
    told,
    by,
    onAppointmentsChanged,
  );
  return { outcome: done === 'updated' ? 'recorded' : 'known' };
};
