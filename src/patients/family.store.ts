import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Relation } from './rules/relation.ts';

type Pair = { childId: string; guardianId: string };

export const upsertGuardian = async (
  trx: ClinicTransaction,
  { childId, guardianId }: Pair,
  relation: Relation,
  speaksFor: boolean,
): Promise<void> => {
  await trx
    .insertInto('patient_guardians')
    .values({
      clinic_id: trx.clinicId,
      patient_id: childId,
      guardian_id: guardianId,
      relation,
      speaks_for: speaksFor,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['clinic_id', 'patient_id', 'guardian_id'])
        .doUpdateSet({ relation, speaks_for: speaksFor }),
    )
    .execute();
};

export const deleteGuardian = async (
  trx: ClinicTransaction,
  { childId, guardianId }: Pair,
): Promise<boolean> => {
  const { numDeletedRows } = await trx
    .deleteFrom('patient_guardians')
    .where('clinic_id', '=', trx.clinicId)
    .where('patient_id', '=', childId)
    .where('guardian_id', '=', guardianId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

export const isGuardianOf = async (
  trx: ClinicTransaction,
  { childId, guardianId }: Pair,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('patient_guardians')
    .select('relation')
    .where('clinic_id', '=', trx.clinicId)
    .where('patient_id', '=', childId)
    .where('guardian_id', '=', guardianId)
    .executeTakeFirst();
  return row !== undefined;
};
