import type { Language } from '../../clinics/rules/language.ts';
import type { Say } from '../../calls/rules/prompts.ts';
import { choicesIn } from '../../calls/rules/errand-words.ts';
import type { Errand } from '../../calls/rules/errand.ts';
import type { Disclosure } from '../../consent/rules/contact-rule.ts';
import type { VariableValues } from '../../messages/rules/template-variables.ts';
import { fillTemplate } from '../../messages/rules/template-engine.ts';
import type { CallText } from './call-order.ts';
import { namedKeys } from './named-keys.ts';
import { offeredKeys } from './offered-keys.ts';
import { openingOf } from './opening.ts';
import { spokenSeconds } from './spoken-seconds.ts';

/** What one call says, filled in for the person. */
export type Spoken = { language: Language; script: string; machineMessage: string | null };

const inLanguage = (
  { script }: CallText,
  wanted: Language,
  otherwise: Language,
): { language: Language; text: string } | null => {
  for (const language of [wanted, otherwise, 'en', 'de'] as const) {
    const text = script[language];
    if (text !== undefined) return { language, text };
  }
  return null;
};

/**
 * Fills the texts in, in the person's language where there is one.
 * @returns null: they cannot be filled in for this person
 */
export const fillCallText = (
  says: CallText,
  languages: { wanted: Language; clinic: Language },
  valuesIn: (language: Language) => VariableValues | null,
): Spoken | null => {
  const chosen = inLanguage(says, languages.wanted, languages.clinic);
  const values = chosen && valuesIn(chosen.language);
  if (!chosen || !values) return null;
  const script = fillTemplate(chosen.text, values);
  const message = says.machineMessage?.[chosen.language];
  const machineMessage = message === undefined ? null : fillTemplate(message, values);
  // A message with a hole in it is not left: the machine is hung up on, as without one.
  return script === null ? null : { language: chosen.language, script, machineMessage };
};

type Words = Pick<Errand, 'opening' | 'preamble' | 'script' | 'choices' | 'keys'>;

/** Everything that is said to a person, around what the clinic has written. */
const wordsOf = (
  says: CallText,
  { language, script }: Spoken,
  clinicName: string,
  disclosures: readonly Disclosure[],
): Words => {
  const { full, withoutName } = openingOf(clinicName, language, disclosures);
  const keys = offeredKeys(says.keys, disclosures);
  const named = namedKeys(script, language);
  return {
    opening: full,
    preamble: script.includes(clinicName) ? withoutName : full,
    script,
    choices: choicesIn(
      language,
      keys.filter(({ key }) => !named.has(key)),
    ),
    keys,
  };
};

/** Each of its sentences as it will be said, so that a voice can be made ready before anybody picks up. */
export const sentencesOf = (
  { preamble, script, choices, machineMessage }: Errand,
  language: Language,
): Say[] =>
  [preamble, script, choices, machineMessage ?? '']
    .filter((text) => text !== '')
    .map((text) => ({ do: 'say', text, language }));

/** How long it takes at most, with everything that a law may want said. */
export const longestSeconds = (spoken: Spoken, says: CallText, clinicName: string): number => {
  const { preamble, script, choices } = wordsOf(says, spoken, clinicName, ['ai-voice', 'how-to-opt-out']);
  return spokenSeconds([preamble, script, choices].join(' '));
};

/** The call as it is made: with what the gate wants said, and the choices. */
export const composeErrand = (
  { id, appointmentId, says }: { id: string; appointmentId: string | null; says: CallText },
  spoken: Spoken,
  clinicName: string,
  disclosures: readonly Disclosure[],
): Errand => ({
  ...wordsOf(says, spoken, clinicName, disclosures),
  orderId: id,
  topic: says.workflowName,
  appointmentId,
  machineMessage: spoken.machineMessage,
  departmentId: says.departmentId ?? null,
  met: null,
  chosen: null,
  said: false,
});
