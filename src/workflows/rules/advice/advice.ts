import type { Definition } from '../definition.ts';
import { programOf } from '../program.ts';
import { contentOf, isSend } from '../send.ts';
import type { Localized, Step } from '../steps.ts';
import { adviceOnPaths } from './advise-on-paths.ts';
import { adviceOnReminders } from './advise-on-reminders.ts';
import { adviceOnWays } from './advise-on-ways.ts';

/** What may be meant as it stands, and often is not. Nobody is kept from publishing by it. */
export const adviceCodes = [
  'one-language',
  'close-together',
  'at-night',
  'nothing-for-late-bookings',
  'never-reached',
  'same-twice',
  'asked-too-early',
] as const;
export type AdviceCode = (typeof adviceCodes)[number];

export interface Advice {
  /** null: how it begins */
  step: string | null;
  code: AdviceCode;
  /** a language, a time or the name of a way */
  detail?: string;
}

type Language = 'en' | 'de';

const textsOf = (step: Step): Localized[] => {
  if (step.do === 'MAKE_PHONE_CALL') return [step.script, step.machineMessage ?? {}];
  if (!isSend(step)) return [];
  const content = contentOf(step);
  return 'templateId' in content ? [] : [content.text];
};

const isSaid = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** What is written for some only: the others of the clinic's patients get it in a language that is not theirs. */
const adviceOnLanguages = (step: Step, languages: readonly Language[]): Advice[] => {
  const texts = textsOf(step).filter(({ en, de }) => isSaid(en) || isSaid(de));
  return languages
    .filter((language) => texts.some((text) => !isSaid(text[language])))
    .map((detail) => ({ step: step.id, code: 'one-language', detail }));
};

/**
 * What somebody who knows the practice should look at once more.
 *
 * @param languages those in which the clinic speaks with patients
 */
export const adviceOn = (definition: Definition, languages: readonly Language[]): Advice[] => [
  ...[...programOf(definition).places.values()].flatMap(({ step }) => adviceOnLanguages(step, languages)),
  ...adviceOnPaths(definition),
  ...adviceOnReminders(definition),
  ...adviceOnWays(definition),
];
