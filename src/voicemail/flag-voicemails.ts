import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { flagOfCall } from './voicemail.store.ts';

/** The messages left in a call are those of an emergency, or are not. */
export const flagVoicemailsOf = async (
  trx: ClinicTransaction,
  callId: string,
  emergency: boolean,
): Promise<void> => {
  for (const id of await flagOfCall(trx, callId, emergency)) await announce(trx, 'voicemails', id);
};
