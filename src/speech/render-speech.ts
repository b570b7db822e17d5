import { createHash } from 'node:crypto';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import type { Speech, SpeechFailure, SpeechLanguage } from '../ports/speech/speech.port.ts';
import { insertWave, markUsed, selectWave } from './speech-audio.store.ts';

export type SpeechDependencies = { database: Database; clock: Clock; speech: Speech };
export type Utterance = { text: string; language: SpeechLanguage };
export type Rendered =
  | { outcome: 'audio'; key: string; wave: Uint8Array }
  /** no service speaks this language: the carrier's or the browser's voice does */
  | { outcome: 'not-spoken' }
  | { outcome: 'failed'; failure: SpeechFailure };

/** Names the sound of a text: the same voice and text are the same sound. null: nobody speaks this language. */
export const speechKey = (speech: Speech, { text, language }: Utterance): string | null => {
  const voice = speech.voiceOf(language);
  return voice === null ? null : createHash('sha256').update(`${voice}\n${text}`).digest('hex');
};

/** The text as sound: what was spoken before is played again, everything else is spoken once and kept. */
export const renderSpeech = async (
  { database, clock, speech }: SpeechDependencies,
  clinicId: string,
  utterance: Utterance,
): Promise<Rendered> => {
  const key = speechKey(speech, utterance);
  if (key === null) return { outcome: 'not-spoken' };
  const kept = await inClinic(database, clinicId, async (trx) => {
    const wave = await selectWave(trx, key);
    if (wave !== null) await markUsed(trx, key, clock.now());
    return wave;
  });
  if (kept !== null) return { outcome: 'audio', key, wave: kept };
  const result = await speech.speak(utterance);
  if (result.outcome === 'failed') return result;
  const { wave } = result;
  await inClinic(database, clinicId, (trx) => insertWave(trx, { key, wave, at: clock.now() }));
  return { outcome: 'audio', key, wave };
};
