import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import {
  deleteNumber,
  insertNumber,
  lockNumbers,
  selectNumbers,
  updateLabel,
  type NumberOfClinic,
} from './clinic-numbers.store.ts';

type By = { userId: string; at: Temporal.Instant };

/** The clinic's numbers, the first it got first. `connected`: the carrier has been told where their calls go. */
export const listNumbers = (trx: ClinicTransaction): Promise<NumberOfClinic[]> => selectNumbers(trx);

const note = async (trx: ClinicTransaction, action: string, number: string, by: By): Promise<void> => {
  await recordAudit(trx, { ...by, action, subject: { kind: 'number', id: null }, detail: { number } });
  await announce(trx, 'routing');
};

/** @returns false when a clinic, this one or another, has the number */
export const addNumber = async (
  trx: ClinicTransaction,
  { phoneNumber, label }: { phoneNumber: string; label: string },
  by: By,
): Promise<boolean> => {
  if (!(await insertNumber(trx, phoneNumber, label))) return false;
  await note(trx, 'number.added', phoneNumber, by);
  return true;
};

/** @returns false when the clinic has no such number */
export const labelNumber = async (
  trx: ClinicTransaction,
  { phoneNumber, label }: { phoneNumber: string; label: string },
  by: By,
): Promise<boolean> => {
  if (!(await updateLabel(trx, phoneNumber, label))) return false;
  await note(trx, 'number.labelled', phoneNumber, by);
  return true;
};

/** Removes a number with its own settings. A clinic keeps one, or nobody could call it. */
export const removeNumber = async (
  trx: ClinicTransaction,
  phoneNumber: string,
  by: By,
): Promise<'removed' | 'not-there' | 'last'> => {
  const numbers = await lockNumbers(trx);
  if (!numbers.includes(phoneNumber)) return 'not-there';
  if (numbers.length === 1) return 'last';
  await deleteNumber(trx, phoneNumber);
  await note(trx, 'number.removed', phoneNumber, by);
  return 'removed';
};
