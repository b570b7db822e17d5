import type { Language } from '../../clinics/rules/language.ts';
import type { Disclosure } from '../../consent/rules/contact-rule.ts';

/** Who calls is said on every call; that nobody speaks in person, where the gate asks for it. */
const words = {
  en: {
    who: (clinic: string) => `Hello, this is ${clinic}.`,
    'ai-voice': 'This is an automated call. You are talking to an AI, with a voice made by a computer.',
    'automated-voice': 'This is an automated call with a voice made by a computer.',
  },
  de: {
    who: (clinic: string) => `Guten Tag, hier ist ${clinic}.`,
    'ai-voice':
      'Dies ist ein automatischer Anruf. Sie sprechen mit einer KI, deren Stimme ein Computer erzeugt.',
    'automated-voice': 'Dies ist ein automatischer Anruf mit einer vom Computer erzeugten Stimme.',
  },
};

/** How the call begins: `full`, and what is left of it where the script names the clinic itself. */
export const openingOf = (
  clinic: string,
  language: Language,
  disclosures: readonly Disclosure[],
): { full: string; withoutName: string } => {
  const { who, ...told } = words[language];
  const own = (['ai-voice', 'automated-voice'] as const).find((one) => disclosures.includes(one));
  const withoutName = own === undefined ? '' : told[own];
  return { full: `${who(clinic)} ${withoutName}`.trim(), withoutName };
};
