import assert from 'node:assert/strict';
import { CarrierError } from '../../carrier/carrier.port.ts';
import { transcriptionConformance, type VendorAnswer } from '../transcription.conformance.ts';
import { createCarrierTranscription } from './carrier-transcription.ts';

transcriptionConformance('carrier', ['text', 'busy', 'broken', 'refused-audio'], async () => {
  let next: VendorAnswer = { kind: 'text', text: '' };
  const transcription = createCarrierTranscription({
    transcriptOf: async (sid) => {
      assert.equal(sid, 'RE1');
      if (next.kind === 'text') return next.text.trim() === '' ? null : next.text;
      if (next.kind === 'busy') throw new CarrierError('busy', 20_429);
      if (next.kind === 'refused-audio') throw new CarrierError('gone', 20_404);
      throw new CarrierError('unknown');
    },
  });
  const answerNext = (answer: VendorAnswer) => {
    next = answer;
  };
  return {
    transcription,
    answerNext,
    stop: async () => {},
  };
});
