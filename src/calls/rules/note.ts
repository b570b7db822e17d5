import type { CallState } from './call-state.ts';

/** A step in a call's history that comes from outside the call: its message was found at the carrier, or was empty. */
export type Note = { kind: string; recordingSid?: string };

/**
 * What a note changes about how the call comes out. Word of the end may still be under way, so a call that seems to run
 * must know of its message too.
 */
export const phaseAfterNote = ({ phase }: CallState, { kind, recordingSid }: Note): CallState['phase'] => {
  const found = kind === 'recorded';
  const dropped = kind === 'voicemail-dropped';
  if (phase.at === 'voicemail' && found)
    return { ...phase, recordingSid: recordingSid ?? phase.recordingSid };
  if (phase.at === 'voicemail' && dropped) return { ...phase, recordingSid: null };
  if (phase.at !== 'ended' || phase.outcome === 'answered') return phase;
  if (found) return { at: 'ended', outcome: 'voicemail' };
  return dropped && phase.outcome === 'voicemail' ? { at: 'ended', outcome: 'missed' } : phase;
};
