import type { FilledRow } from './fill-in.ts';
import { familyDay } from './gather-families.ts';
import type { ClinicWords } from './recipients.store.ts';
import { familyText } from '../rules/family-text.ts';
import { formatPhone } from '../rules/format-phone.ts';
import { messagesOf } from '../rules/leave-together.ts';

/** Several messages as one: the first carries the others. */
export type Bound = { leader: FilledRow; keys: string[]; subject: string | null; body: string };

const bind = (rows: readonly FilledRow[], { name, timeZone, firstNumber, country }: ClinicWords): Bound => {
  const leader = rows[0]!;
  const phone = firstNumber === null ? null : formatPhone(firstNumber, country);
  const visits = rows.map((row) => ({
    firstName: row.firstName,
    own: row.recipientId === row.patientId,
    startsAt: row.startsAt!,
    confirmed: row.appointmentStatus === 'confirmed',
  }));
  const words = { clinic: name, phone, timeZone, reader: leader.readerName };
  const text = familyText(leader.channel, leader.language, visits, words);
  return { leader, keys: rows.map(({ key }) => key), ...text };
};

/** Which of these leave as one message, and what it says; those that leave alone are not among them. */
export const bindFamilies = (rows: readonly FilledRow[], clinic: ClinicWords): Map<string, Bound> => {
  const bound = new Map<string, Bound>();
  const days = Map.groupBy(rows, (row) => familyDay(row, clinic.timeZone));
  days.delete(null);
  for (const day of days.values())
    for (const together of messagesOf(day)) {
      if (together.length < 2) continue;
      const one = bind(together, clinic);
      for (const { id } of together) bound.set(id, one);
    }
  return bound;
};
