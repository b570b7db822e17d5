import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectClinicWords, selectReachable, type ClinicWords } from './recipients.store.ts';
import { chooseRecipient, type Recipient } from '../rules/choose-recipient.ts';

/** What the clinic is called where it writes or calls, and by which number. */
export const loadClinicWords = (trx: ClinicTransaction): Promise<ClinicWords> => selectClinicWords(trx);

/** Who is called about each of these patients, and by which number. Who cannot be called is not in it. */
export const findCallees = async (
  trx: ClinicTransaction,
  patientIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<Map<string, Recipient>> => {
  const people = await selectReachable(trx, patientIds);
  const found = [...people].flatMap(([id, { patient, guardians }]) => {
    const recipient = chooseRecipient(patient, guardians, 'call', today);
    return recipient === null ? [] : [[id, recipient] as const];
  });
  return new Map(found);
};
