import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';

/** Whether these are this clinic's, the plan that patient's. null: none is named, which is fine. */
export const arePartsKnown = async (
  trx: ClinicTransaction,
  {
    patientId,
    planId,
    practitionerId,
  }: { patientId: string; planId: string | null; practitionerId: string | null },
): Promise<{ plan: boolean; practitioner: boolean }> => {
  const { rows } = await sql<{ plan: boolean; practitioner: boolean }>`
    SELECT ${planId}::uuid IS NULL OR EXISTS (SELECT FROM treatment_plans WHERE clinic_id = ${trx.clinicId}
        AND id = ${planId}::uuid AND patient_id = ${patientId}) AS plan,
      ${practitionerId}::uuid IS NULL OR EXISTS (SELECT FROM practitioners WHERE clinic_id = ${trx.clinicId}
        AND id = ${practitionerId}::uuid) AS practitioner`.execute(trx);
  return rows[0]!;
};
