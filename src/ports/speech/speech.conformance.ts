import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Speech, SpeechFailure } from './speech.port.ts';

/** What the vendor on trial does with the next request. */
export type SpeechVendorAnswer =
  | 'speaks'
  | 'busy'
  | 'used-up'
  | 'broken'
  | 'wrong-key'
  | 'refuses'
  | 'garbage'
  | 'silence';

export type SpeechOnTrial = {
  /** speaks English with one voice and no German */
  speech: Speech;
  answerNext: (answer: SpeechVendorAnswer) => void;
  /** texts it was asked for */
  asked: () => string[];
  stop: () => Promise<void>;
};

const expected: Record<Exclude<SpeechVendorAnswer, 'speaks'>, SpeechFailure> = {
  busy: 'busy',
  'used-up': 'busy',
  broken: 'no-answer',
  'wrong-key': 'wrong-key',
  refuses: 'refused',
  garbage: 'no-answer',
  silence: 'no-answer',
};

/** What every speech adapter with a vendor behind it must do. */
export const speechConformance = (name: string, start: () => Promise<SpeechOnTrial>): void => {
  void suite(`speech port: ${name}`, () => {
    void test('speaks a text as a µ-law WAV file of 8 kHz', async () => {
      const { speech, asked, stop } = await start();
      const result = await speech.speak({ text: 'Grüezi & welcome', language: 'en' });
      assert.ok(result.outcome === 'audio');
      const bytes = Buffer.from(result.wave);
      assert.equal(bytes.toString('latin1', 0, 4), 'RIFF');
      assert.equal(bytes.readUInt32LE(4), bytes.length - 8);
      assert.deepEqual([bytes.readUInt16LE(20), bytes.readUInt32LE(24)], [7, 8000]);
      assert.deepEqual(asked(), ['Grüezi & welcome']);
      await stop();
    });

    void test('a language without a voice is not spoken, and nobody is asked', async () => {
      const { speech, asked, stop } = await start();
      assert.equal(speech.voiceOf('de'), null);
      assert.notEqual(speech.voiceOf('en'), null);
      assert.deepEqual(await speech.speak({ text: 'Hallo', language: 'de' }), {
        outcome: 'failed',
        failure: 'refused',
      });
      assert.deepEqual(asked(), []);
      await stop();
    });

    void test('lists voices with their languages', async () => {
      const { speech, stop } = await start();
      const result = await speech.voices();
      assert.ok(result.outcome === 'voices');
      assert.ok(result.voices.some(({ id, languages }) => id === 'voice-en' && languages.includes('en')));
      await stop();
    });

    for (const [answer, failure] of Object.entries(expected) as [SpeechVendorAnswer, SpeechFailure][]) {
      void test(`${answer}: ${failure}, and works again afterwards`, async () => {
        const { speech, answerNext, stop } = await start();
        answerNext(answer);
        assert.deepEqual(await speech.speak({ text: 'Hello', language: 'en' }), {
          outcome: 'failed',
          failure,
        });
        answerNext('speaks');
        assert.equal((await speech.speak({ text: 'Hello', language: 'en' })).outcome, 'audio');
        await stop();
      });
    }
  });
};
