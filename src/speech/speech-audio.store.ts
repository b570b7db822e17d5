import type { ClinicTransaction } from '../platform/database/database.ts';

/** Which of these are there already. */
export const selectReady = async (trx: ClinicTransaction, keys: readonly string[]): Promise<string[]> => {
  const rows = await trx
    .selectFrom('speech_audio')
    .select('key')
    .where('clinic_id', '=', trx.clinicId)
    .where('key', 'in', keys)
    .execute();
  return rows.map(({ key }) => key);
};

export const selectWave = async (trx: ClinicTransaction, key: string): Promise<Uint8Array | null> => {
  const row = await trx
    .selectFrom('speech_audio')
    .select('wave')
    .where('clinic_id', '=', trx.clinicId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.wave ?? null;
};

export const insertWave = async (
  trx: ClinicTransaction,
  audio: { key: string; wave: Uint8Array; at: Temporal.Instant },
): Promise<void> => {
  const { key, wave, at } = audio;
  await trx
    .insertInto('speech_audio')
    .values({ clinic_id: trx.clinicId, key, wave: Buffer.from(wave), created_at: at, used_on: dayOf(at) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Says that this was used today; writes at most once a day. */
export const markUsed = async (trx: ClinicTransaction, key: string, at: Temporal.Instant): Promise<void> => {
  await trx
    .updateTable('speech_audio')
    .set({ used_on: dayOf(at) })
    .where('clinic_id', '=', trx.clinicId)
    .where('key', '=', key)
    .where('used_on', '<', dayOf(at))
    .execute();
};

/** Removes what nobody has used since that day. */
export const deleteUnused = async (trx: ClinicTransaction, before: Temporal.Instant): Promise<void> => {
  await trx
    .deleteFrom('speech_audio')
    .where('clinic_id', '=', trx.clinicId)
    .where('used_on', '<', dayOf(before))
    .execute();
};

/** In UTC: to the day is close enough for what is kept for months. */
const dayOf = (at: Temporal.Instant): string => at.toString().slice(0, 10);
