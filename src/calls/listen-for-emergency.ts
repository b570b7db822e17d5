import type { ClinicTransaction } from '../platform/database/database.ts';
import { loadRouting } from '../routing/load-routing.ts';
import { recogniseEmergency } from '../routing/rules/recognise-emergency.ts';
import { markEmergency } from './mark-emergency.ts';
import { selectCalledNumber } from './call-views.store.ts';

/** Looks for the clinic's emergency words in what a caller has said. */
export const listenForEmergency = async (
  trx: ClinicTransaction,
  { callId, text, at }: { callId: string; text: string; at: Temporal.Instant },
): Promise<void> => {
  const number = await selectCalledNumber(trx, callId);
  const snapshot = number === null ? null : await loadRouting(trx, number, at);
  const found = snapshot && recogniseEmergency(text, snapshot.settings.emergencyWords);
  if (found) await markEmergency(trx, callId, { by: 'words', detail: found.word }, at);
};
