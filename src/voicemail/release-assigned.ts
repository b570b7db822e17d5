import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { clearAssigned } from './voicemail.store.ts';

/** Gives voicemails that somebody had not finished back to everybody. */
export const releaseAssigned = async (trx: ClinicTransaction, staffId: string): Promise<void> => {
  if (await clearAssigned(trx, staffId)) await announce(trx, 'voicemails');
};
