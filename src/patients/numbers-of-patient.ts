import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectPeople } from './person.store.ts';

/** Their own numbers in E.164; null when the clinic has no such person. */
export const numbersOfPatient = async (
  trx: ClinicTransaction,
  patientId: string,
): Promise<string[] | null> => {
  const [person] = await selectPeople(trx, [patientId]);
  return person?.phoneNumbers.map(({ number }) => number) ?? null;
};
