/** Speaks captions aloud with the browser's own voices, where it has some. */
const synthesis = (): SpeechSynthesis | null =>
  'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;

// Browsers speak about this fast at rate 1; the sandbox's default is the same.
const USUAL_CHARACTERS_PER_SECOND = 14;

/** @param language of the call, such as `de`; null: the browser's */
export function speakAloud(text: string, language: string | null, charactersPerSecond: number): void {
  const voice = synthesis();
  if (!voice) return;
  const utterance = new SpeechSynthesisUtterance(text);
  if (language !== null) utterance.lang = language;
  utterance.rate = Math.min(4, Math.max(0.5, charactersPerSecond / USUAL_CHARACTERS_PER_SECOND));
  voice.speak(utterance);
}

export const stopSpeaking = (): void => synthesis()?.cancel();
