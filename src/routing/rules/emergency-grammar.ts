import type { Language } from '../../clinics/rules/language.ts';

/** What the search for emergency words has to know of a language. Words are written as `wordsOf` makes them: small, without accents. */
export type Grammar = {
  /** endings of a word that leave its meaning, longest first */
  endings: readonly string[];
  /** says no to what comes soon after it */
  negates: RegExp;
  /** says no to the word right before it */
  negatesBehind: RegExp;
  /** an endless thing is there: "does not stop", "hört nicht auf" */
  endless: RegExp;
  /** whoever or whatever a new thought begins with: a "no" before it is not about what follows */
  begins: RegExp;
  /** words are made of words: "Nachblutung", "Fahrradunfall" */
  compounds: boolean;
};

export const grammars: Readonly<Record<Language, Grammar>> = {
  en: {
    endings: ['ing', 'ed', 'es', 's'],
    negates: /^(no|not|never|none|without|cannot|(is|are|was|were|do|does|did|has|have|had|ca|wo)n'?t)$/,
    negatesBehind: /^(free)$/,
    endless: /^(stop|stops|stopped|stopping|ceas|cease|control|quit)$/,
    begins: /^(i|you|he|she|it|we|they|my|his|her|our|the|there|but|and|because|so|this|that)$/,
    compounds: false,
  },
  de: {
    endings: ['enden', 'ende', 'end', 'en', 'er', 'es', 'em', 'et', 'e', 'n', 's', 't'],
    negates: /^(nicht|kein|keine|keinen|keiner|keinem|keines|nie|ohne|weder|noch)$/,
    negatesBehind: /^(nicht)$/,
    endless: /^(auf|aufhoren|aufhort|stillen|stoppen|stoppt)$/,
    begins:
      /^(ich|du|er|sie|es|wir|ihr|mein|meine|meinem|meinen|sein|seine|der|die|das|aber|und|weil|sondern|denn|dass)$/,
    compounds: true,
  },
};
