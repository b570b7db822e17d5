import type { ClinicTransaction } from '../platform/database/database.ts';

type SealedTexts = {
  transcript: Buffer | null;
  corrected: Buffer | null;
  correctedAt: Temporal.Instant | null;
};

/** Both texts of a message, locked until the transaction ends; null when there is none, or it is deleted. */
export const lockTexts = async (trx: ClinicTransaction, id: string): Promise<SealedTexts | null> => {
  const row = await trx
    .selectFrom('voicemail_messages')
    .select(['transcript', 'corrected', 'corrected_at as correctedAt'])
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .where('binned_at', 'is', null)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
};

/** @param correction null: none any more */
export const saveCorrection = async (
  trx: ClinicTransaction,
  id: string,
  correction: { sealed: Buffer; userId: string; at: Temporal.Instant } | null,
): Promise<void> => {
  await trx
    .updateTable('voicemail_messages')
    .set({
      corrected: correction?.sealed ?? null,
      corrected_by: correction?.userId ?? null,
      corrected_at: correction?.at ?? null,
    })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .execute();
};
