import type { Transcription } from '../transcription.port.ts';

/** Nobody writes anything down: staff listens. */
export const noTranscription: Transcription = {
  name: 'none',
  needsCarrierRecording: false,
  transcribe: async () => ({ outcome: 'unavailable' }),
};
