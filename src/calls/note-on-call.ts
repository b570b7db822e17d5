import type { ClinicTransaction } from '../platform/database/database.ts';
import { insertNote, lockCall } from './calls.store.ts';
import { phaseAfterNote, type Note } from './rules/note.ts';

type DatedNote = Note & { callId: string; reason: string; at: Temporal.Instant };

/** Adds a step to a call's history from outside the call itself: its voicemail was found, was empty, was deleted. */
export const noteOnCall = async (trx: ClinicTransaction, note: DatedNote): Promise<void> => {
  const locked = await lockCall(trx, note.callId, null);
  if (!locked) return;
  const { state } = locked.call;
  await insertNote(trx, note, { ...state, steps: state.steps + 1, phase: phaseAfterNote(state, note) });
};
