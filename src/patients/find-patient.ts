import type { ClinicTransaction } from '../platform/database/database.ts';
import { followMerges, patientExists } from './patient-record.store.ts';
import { findPatientsByExternalIds } from './save-imported-patients.ts';

/** By our id, or by what another system calls them. */
export type PatientReference = { id: string } | { system: string; value: string };

/** @returns the person's id today: of one who was merged, the other's */
export const findPatient = async (
  trx: ClinicTransaction,
  reference: PatientReference,
): Promise<string | null> => {
  if (!('id' in reference))
    return [...(await findPatientsByExternalIds(trx, [reference])).values()].at(0) ?? null;
  const id = await followMerges(trx, reference.id);
  return (await patientExists(trx, id)) ? id : null;
};
