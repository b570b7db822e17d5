export type SpeechLanguage = 'en' | 'de';

export type SpeechFailure =
  | 'wrong-key'
  | 'refused' // this text or this voice will never do
  | 'busy' // too many requests, or the account's characters are used up
  | 'no-answer';

export type SpeechResult =
  | { outcome: 'audio'; wave: Uint8Array }
  | { outcome: 'failed'; failure: SpeechFailure };

export type Voice = { id: string; name: string; /** ISO 639-1 */ languages: string[] };
export type VoicesResult =
  | { outcome: 'voices'; voices: Voice[] }
  | { outcome: 'failed'; failure: SpeechFailure };

/** Who speaks our texts. Never throws: a failure is a result. */
export type Speech = {
  readonly name: 'none' | 'elevenlabs';
  /** Names vendor, model and voice: the same name and text sound the same. null: this language is not spoken. */
  voiceOf(language: SpeechLanguage): string | null;
  /** @returns a WAV file, µ-law 8 kHz mono: what telephones carry */
  speak(request: { text: string; language: SpeechLanguage }): Promise<SpeechResult>;
  /** The voices to choose from. */
  voices(): Promise<VoicesResult>;
};
