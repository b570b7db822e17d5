import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Transcription, TranscriptionRequest } from './transcription.port.ts';

/** What the vendor on trial does with the next request. */
export type VendorAnswer =
  | { kind: 'text'; text: string }
  | { kind: 'busy' } // too many requests
  | { kind: 'broken' } // fails inside
  | { kind: 'wrong-key' }
  | { kind: 'refused-audio' } // will never take this one
  | { kind: 'garbage' } // answers something else than it should
  | { kind: 'silence' }; // never answers

export type TranscriptionOnTrial = {
  transcription: Transcription;
  answerNext: (answer: VendorAnswer) => void;
  stop: () => Promise<void>;
};

/** Twenty milliseconds of a WAV file: enough for a vendor that only pretends to listen. */
const wav = (): Uint8Array => {
  const bytes = Buffer.alloc(44 + 320);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(16_000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(320, 40);
  return bytes;
};

const request: TranscriptionRequest = { audio: wav(), language: 'de', carrierRecordingSid: 'RE1' };

const expected: Record<Exclude<VendorAnswer['kind'], 'text'>, 'unavailable' | 'retry-later'> = {
  busy: 'retry-later',
  broken: 'retry-later',
  'wrong-key': 'retry-later',
  'refused-audio': 'unavailable',
  garbage: 'retry-later',
  silence: 'retry-later',
};

/**
 * What every transcription adapter must do.
 * @param can which answers its vendor can give at all
 */
export const transcriptionConformance = (
  name: string,
  can: readonly VendorAnswer['kind'][],
  start: () => Promise<TranscriptionOnTrial>,
): void => {
  void suite(`transcription port: ${name}`, () => {
    if (can.includes('text')) {
      void test('gives the words, trimmed, umlauts intact', async () => {
        const { transcription, answerNext, stop } = await start();
        answerNext({ kind: 'text', text: '  Bitte rufen Sie mich zurück. \n' });
        assert.deepEqual(await transcription.transcribe(request), {
          outcome: 'text',
          text: 'Bitte rufen Sie mich zurück.',
        });
        await stop();
      });
    }

    void test('no words are no transcript', async () => {
      const { transcription, answerNext, stop } = await start();
      answerNext({ kind: 'text', text: ' ' });
      assert.deepEqual(await transcription.transcribe(request), { outcome: 'unavailable' });
      await stop();
    });

    for (const kind of can.filter((each) => each !== 'text')) {
      void test(`${kind}: ${expected[kind]}, and works again afterwards`, async () => {
        const { transcription, answerNext, stop } = await start();
        answerNext({ kind });
        assert.equal((await transcription.transcribe(request)).outcome, expected[kind]);
        answerNext({ kind: 'text', text: 'again' });
        assert.deepEqual(await transcription.transcribe(request), { outcome: 'text', text: 'again' });
        await stop();
      });
    }
  });
};
