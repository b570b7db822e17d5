import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { insertAppointment, lockAppointment, updateAppointment } from './appointment-book.store.ts';
import { keepExternalIds, lockExternalId, selectByExternalIds } from './imported-appointments.store.ts';
import {
  noteAppointmentChange,
  type NotedChange,
  type OnAppointmentsChanged,
} from './note-appointment-change.ts';
import type { AppointmentDraft } from './rules/appointment-draft.ts';
import type { Appointment } from './rules/appointment-event.ts';
import type { AppointmentStatus } from './rules/appointment-status.ts';
import type { CancelledBy } from './rules/appointment-views.ts';
import type { By } from './schedule-appointment.ts';

type Told = NotedChange['told'];
type Outcome = 'added' | 'updated' | 'unchanged';

const isSame = (a: Appointment, b: Appointment): boolean =>
  a.startsAt.equals(b.startsAt) &&
  a.endsAt.equals(b.endsAt) &&
  (['patientId', 'practitionerId', 'typeId', 'reason', 'status'] as const).every(
    (name) => a[name] === b[name],
  );

/** Many practice systems know no confirmation: "booked" again does not take back what the patient has said to us. */
const merged = (before: Appointment, told: Appointment): Appointment => ({
  ...told,
  status:
    told.status === 'booked' &&
    before.status === 'confirmed' &&
    told.patientId === before.patientId &&
    told.startsAt.equals(before.startsAt)
      ? 'confirmed'
      : told.status,
});

type Change = { id: string; cancelledBy?: CancelledBy; told?: NonNullable<Told> };

const store = async (
  trx: ClinicTransaction,
  { id, cancelledBy, ...rest }: Change,
  before: Appointment,
  after: Appointment,
  by: By,
  onChanged: OnAppointmentsChanged,
): Promise<Outcome> => {
  if (isSame(before, after)) return 'unchanged';
  await updateAppointment(trx, id, after, cancelledBy ?? null, by.at);
  const fields = { patientId: after.patientId, status: after.status };
  const subject = { kind: 'appointment', id };
  await recordAudit(trx, { ...by, action: 'appointment.told', subject, detail: fields });
  const change = { id, before, after, at: by.at, ...(cancelledBy === undefined ? {} : { cancelledBy }) };
  await noteAppointmentChange(trx, { ...change, ...rest }, onChanged);
  return 'updated';
};

/** Takes an appointment as a practice system describes it: a new one, or one of whose change it tells. Once, however often. */
export const receiveAppointment = async (
  trx: ClinicTransaction,
  draft: AppointmentDraft,
  by: By,
  onChanged: OnAppointmentsChanged,
): Promise<{ id: string; outcome: Outcome }> => {
  await lockExternalId(trx, draft.externalId);
  const [known] = (await selectByExternalIds(trx, [draft.externalId])).values();
  const told: Appointment = {
    patientId: draft.patientId,
    practitionerId: draft.practitionerId,
    typeId: null,
    startsAt: Temporal.Instant.from(draft.startsAt),
    endsAt: Temporal.Instant.from(draft.endsAt),
    reason: draft.reason,
    status: draft.status,
  };
  const locked = known === undefined ? null : await lockAppointment(trx, known);
  const id = known ?? randomUUIDv7();
  if (locked === null) {
    await insertAppointment(trx, id, told, by.at);
    await keepExternalIds(trx, [{ ...draft, id }]);
    const subject = { kind: 'appointment', id };
    const detail = { patientId: told.patientId };
    await recordAudit(trx, { ...by, action: 'appointment.scheduled', subject, detail });
    await noteAppointmentChange(trx, { id, before: null, after: told, at: by.at }, onChanged);
    return { id, outcome: 'added' };
  }
  const { revision: _, ...before } = locked;
  const after = merged(before, { ...told, typeId: before.typeId });
  await keepExternalIds(trx, [{ ...draft, id }]);
  return { id, outcome: await store(trx, { id }, before, after, by, onChanged) };
};

export type ToldChange = {
  status?: AppointmentStatus;
  cancelledBy?: CancelledBy;
  startsAt?: Temporal.Instant;
  endsAt?: Temporal.Instant;
};

/** What happened to an appointment, as a practice system says. What is so already is no news. */
export const receiveAppointmentChange = async (
  trx: ClinicTransaction,
  id: string,
  { status, cancelledBy, startsAt, endsAt }: ToldChange,
  told: NonNullable<Told>,
  by: By,
  onChanged: OnAppointmentsChanged,
): Promise<Outcome | 'no-such-appointment'> => {
  const locked = await lockAppointment(trx, id);
  if (locked === null) return 'no-such-appointment';
  const { revision: _, ...before } = locked;
  const isMoved = startsAt !== undefined && !startsAt.equals(before.startsAt);
  const after: Appointment = {
    ...before,
    startsAt: startsAt ?? before.startsAt,
    endsAt: endsAt ?? before.endsAt,
    status: status ?? (isMoved ? 'booked' : before.status),
  };
  const change = { id, told, ...(cancelledBy === undefined ? {} : { cancelledBy }) };
  return store(trx, change, before, after, by, onChanged);
};
