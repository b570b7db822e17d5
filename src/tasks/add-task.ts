import { countryOfNumber, readPhoneNumber } from '../patients/rules/read-phone-number.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { createTasks } from './create-tasks.ts';
import type { NewTaskDraft } from './rules/task-draft.ts';
import { areKnown, selectCountry } from './tasks.store.ts';

type Added = { ok: true; taskId: string } | { ok: false; fault: string };

const readNumber = async (trx: ClinicTransaction, typed: string): Promise<string | null> => {
  const { country, number } = await selectCountry(trx);
  const read = readPhoneNumber(typed, country ?? (number === null ? null : countryOfNumber(number)) ?? 'US');
  return read.ok ? read.number : null;
};

/** Somebody of the staff puts something on the list. */
export const addTask = async (
  trx: ClinicTransaction,
  draft: NewTaskDraft,
  by: { userId: string; at: Temporal.Instant },
): Promise<Added> => {
  const known = await areKnown(trx, draft);
  if (!known.patient) return { ok: false, fault: 'patientId: no such patient' };
  if (!known.call) return { ok: false, fault: 'callId: no such call' };
  if (!known.owner) return { ok: false, fault: 'ownerId: no such staff member' };
  const phoneNumber = draft.phoneNumber === null ? null : await readNumber(trx, draft.phoneNumber);
  if (draft.phoneNumber !== null && phoneNumber === null)
    return { ok: false, fault: 'phoneNumber: not a telephone number' };
  const dueAt = draft.dueAt === null ? null : Temporal.Instant.from(draft.dueAt);
  const from = { source: 'staff', userId: by.userId } as const;
  const [taskId] = await createTasks(trx, [{ ...draft, phoneNumber, dueAt, from }], by.at);
  return { ok: true, taskId: taskId! };
};
