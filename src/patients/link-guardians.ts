import type { ClinicTransaction } from '../platform/database/database.ts';
import { insertGuardians } from './imported-patients.store.ts';

export type GuardianLink = {
  patientId: string;
  guardianId: string;
  relation: 'mother' | 'father' | 'grandparent' | 'guardian';
};

/** Says who answers for whom. What is known already stays as it is. */
export const linkGuardians = async (trx: ClinicTransaction, links: GuardianLink[]): Promise<void> => {
  if (links.length > 0) await insertGuardians(trx, links);
};
