import type { Speech } from '../speech.port.ts';

/** The carrier's own voice speaks, and in the portal the browser's. */
export const noSpeech: Speech = {
  name: 'none',
  voiceOf: () => null,
  speak: async () => ({ outcome: 'failed', failure: 'refused' }),
  voices: async () => ({ outcome: 'voices', voices: [] }),
};
