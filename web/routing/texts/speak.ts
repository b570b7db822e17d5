import type { Language } from '../../../src/clinics/rules/language.ts';
import { clinicPath } from '../../platform/request.ts';

/** Whose voice was heard: that of the calls, the browser's own, or none. */
export type Voice = 'calls' | 'browser' | 'none';

/** How long to look for the calls' voice before the browser's speaks. */
const patienceMilliseconds = 8000;

let stopCurrent: (() => void) | null = null;
/** Goes up with everything that is begun or stopped: whoever waits sees that their turn is over. */
let turns = 0;

/** Ends whatever is being spoken on this page. */
export const stopSpeaking = (): void => {
  turns += 1;
  stopCurrent?.();
  stopCurrent = null;
};

/** Plays a sound to its end. @throws when the browser cannot or must not play it */
const play = async (source: string): Promise<void> => {
  const audio = new Audio(source);
  await new Promise<void>((resolve, reject) => {
    stopCurrent = () => {
      audio.pause();
      resolve();
    };
    audio.addEventListener('ended', () => resolve());
    audio.addEventListener('error', () => reject(new Error('the sound cannot be played')));
    audio.play().catch(reject);
  });
};

/** The text in the voice of the calls, as a sound; null: this clinic has no speech service. */
const fetchSpeech = async (clinicId: string, text: string, language: Language): Promise<Blob | null> => {
  const answer = await fetch(clinicPath(clinicId, 'speech'), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, language }),
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  return answer.status === 200 ? answer.blob() : null;
};

const speakInBrowser = async (text: string, language: Language): Promise<Voice> => {
  if (!('speechSynthesis' in window)) return 'none';
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.lang = language === 'de' ? 'de-DE' : 'en-US';
  const voice = speechSynthesis.getVoices().find((each) => each.lang.startsWith(language));
  if (voice !== undefined) spoken.voice = voice;
  return new Promise((resolve) => {
    stopCurrent = () => {
      speechSynthesis.cancel();
      resolve('browser');
    };
    spoken.addEventListener('end', () => resolve('browser'));
    spoken.addEventListener('error', () => resolve('none'));
    speechSynthesis.cancel();
    speechSynthesis.speak(spoken);
  });
};

/** Something that callers hear. */
export interface Heard {
  text: string;
  language: Language;
  /** id of a recording that is played instead of the text */
  recording?: string | undefined;
}

/** Whether the person has stopped it meanwhile. */
type Stopped = () => boolean;

const speakOne = async (clinicId: string, heard: Heard, isStopped: Stopped): Promise<Voice> => {
  const { text, language, recording } = heard;
  if (recording !== undefined) {
    await play(clinicPath(clinicId, `routing/greetings/${recording}/audio`)).catch(() => undefined);
    return 'calls';
  }
  const sound = await fetchSpeech(clinicId, text, language).catch(() => null);
  if (isStopped()) return 'none';
  if (sound === null) return speakInBrowser(text, language);
  const source = URL.createObjectURL(sound);
  try {
    await play(source);
    return 'calls';
  } catch {
    return await speakInBrowser(text, language);
  } finally {
    URL.revokeObjectURL(source);
  }
};

/** Speaks what callers hear, sentence by sentence; where there is no speech service, in the browser's own voice. */
export const speakAll = async (clinicId: string, heard: readonly Heard[]): Promise<Voice> => {
  stopSpeaking();
  const turn = (turns += 1);
  let voice: Voice = 'none';
  for (const each of heard) {
    if (turn !== turns) return voice;
    const spoken = await speakOne(clinicId, each, () => turn !== turns);
    if (spoken !== 'none') voice = spoken;
  }
  return voice;
};
