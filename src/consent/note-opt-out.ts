import { readPhoneNumber } from '../patients/rules/read-phone-number.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { patientExists } from './consents.store.ts';
import { selectClinicFacts } from './gate-facts.store.ts';
import { optOut } from './opt-out.ts';
import type { Channel, ChosenPurpose } from './rules/contact-request.ts';

type Told = { channel: Channel | null; purpose: ChosenPurpose | null; note: string | null };
type By = { userId: string; at: Temporal.Instant };
type Noted = { ok: true; optOutId: string } | { ok: false; why: 'no-such-patient' | 'unreadable' };

/** Somebody told the staff: it holds for whatever numbers and addresses they have. */
export const noteOptOut = async (
  trx: ClinicTransaction,
  patientId: string,
  told: Told,
  { userId, at }: By,
): Promise<Noted> => {
  if (!(await patientExists(trx, patientId))) return { ok: false, why: 'no-such-patient' };
  const { optOutId } = await optOut(trx, { ...told, patientId, address: null, how: 'staff', userId }, at);
  return { ok: true, optOutId };
};

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A number or address for the list, whoever has it: a do-not-call list is made of these. */
export const noteAddress = async (
  trx: ClinicTransaction,
  { address, ...told }: Told & { address: string },
  { userId, at }: By,
): Promise<Noted> => {
  const { country } = await selectClinicFacts(trx);
  const number = readPhoneNumber(address, country ?? 'US');
  const read = emailShape.test(address) ? address.toLowerCase() : number.ok ? number.number : null;
  if (read === null) return { ok: false, why: 'unreadable' };
  const no = { ...told, patientId: null, address: read, how: 'staff', userId } as const;
  const { optOutId } = await optOut(trx, no, at);
  return { ok: true, optOutId };
};
