import { CarrierError, type Carrier } from '../../carrier/carrier.port.ts';
import { textResult, type Transcription } from '../transcription.port.ts';

/** Asks the carrier for its own transcription. The sandbox has one: the words that were typed at the telephone. */
export const createCarrierTranscription = (carrier: Pick<Carrier, 'transcriptOf'>): Transcription => ({
  name: 'carrier',
  needsCarrierRecording: true,
  async transcribe({ carrierRecordingSid }) {
    try {
      return textResult((await carrier.transcriptOf(carrierRecordingSid)) ?? '');
    } catch (error) {
      const final =
        error instanceof CarrierError && (error.failure === 'gone' || error.failure === 'refused');
      if (final) return { outcome: 'unavailable' };
      return { outcome: 'retry-later', reason: error instanceof CarrierError ? error.failure : 'unknown' };
    }
  },
});
