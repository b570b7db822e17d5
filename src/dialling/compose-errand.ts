import type { Language } from '../clinics/rules/language.ts';
import { choicesIn } from '../calls/rules/errand-words.ts';
import type { Errand } from '../calls/rules/errand.ts';
import type { Disclosure } from '../consent/rules/contact-rule.ts';
import type { VariableValues } from '../messages/rules/template-variables.ts';
import { fillTemplate } from '../messages/template-engine.ts';
import type { DueOrder } from './claim.store.ts';
import type { CallText } from './rules/call-order.ts';
import { offeredKeys } from './rules/offered-keys.ts';
import { openingOf } from './rules/opening.ts';
import { spokenSeconds } from './rules/spoken-seconds.ts';

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

/** How long it takes at most, with everything that a law may want said. */
export const longestSeconds = (spoken: Spoken, says: CallText, clinicName: string): number => {
  const all: Disclosure[] = ['ai-voice', 'how-to-opt-out'];
  const keys = choicesIn(spoken.language, offeredKeys(says.keys, all));
  return spokenSeconds([openingOf(clinicName, spoken.language, all), spoken.script, keys].join(' '));
};

/** The call as it is made: with what the gate wants said, and the choices. */
export const composeErrand = (
  { id, appointmentId, says }: Pick<DueOrder, 'id' | 'appointmentId' | 'says'>,
  { language, script, machineMessage }: Spoken,
  clinicName: string,
  disclosures: readonly Disclosure[],
): Errand => ({
  orderId: id,
  appointmentId,
  opening: openingOf(clinicName, language, disclosures),
  script,
  keys: offeredKeys(says.keys, disclosures),
  machineMessage,
  departmentId: says.departmentId ?? null,
  met: null,
  chosen: null,
  said: false,
});
