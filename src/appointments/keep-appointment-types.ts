import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { insertType, isTypeNameTaken, lockType, selectTypes, updateType } from './practitioners.store.ts';
import type { AppointmentTypeChange, NewAppointmentType } from './rules/appointment-input.ts';
import type { AppointmentTypeView } from './rules/appointment-views.ts';

type By = { userId: string; at: Temporal.Instant };

export const listAppointmentTypes = (trx: ClinicTransaction): Promise<AppointmentTypeView[]> =>
  selectTypes(trx);

/** @returns null: there is one of that name */
export const addAppointmentType = async (
  trx: ClinicTransaction,
  type: NewAppointmentType,
  by: By,
): Promise<AppointmentTypeView | null> => {
  const id = randomUUIDv7();
  if (!(await insertType(trx, { id, ...type }))) return null;
  const subject = { kind: 'appointment-type', id };
  await recordAudit(trx, { ...by, action: 'appointment-type.added', subject });
  await announce(trx, 'appointments');
  return { id, ...type, archived: false };
};

export const changeAppointmentType = async (
  trx: ClinicTransaction,
  id: string,
  change: AppointmentTypeChange,
  by: By,
): Promise<AppointmentTypeView | 'no-such-type' | 'name-taken'> => {
  const before = await lockType(trx, id);
  if (before === null) return 'no-such-type';
  const after: AppointmentTypeView = {
    id,
    name: change.name ?? before.name,
    minutes: change.minutes ?? before.minutes,
    colour: change.colour ?? before.colour,
    archived: change.archived ?? before.archived,
  };
  if (await isTypeNameTaken(trx, after.name, id)) return 'name-taken';
  await updateType(trx, after, by.at);
  const subject = { kind: 'appointment-type', id };
  await recordAudit(trx, { ...by, action: 'appointment-type.changed', subject });
  await announce(trx, 'appointments');
  return after;
};
