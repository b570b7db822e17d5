/** Voices of carriers read about 160 words a minute; a word and its blank are some six characters. */
const charactersPerSecond = 16;

/** How long it takes to say this, about; the gate has rules for that. */
export const spokenSeconds = (text: string): number => Math.ceil(text.length / charactersPerSecond);
