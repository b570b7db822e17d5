import { announcementIn, hasWords, promptsIn, type Say } from '../../../src/calls/rules/prompts.ts';
import type { Language } from '../../../src/clinics/rules/language.ts';
import type { Preview } from '../../../src/routing/rules/preview-view.ts';
import type { RoutingDocument, SettingsDocument } from '../../../src/routing/rules/routing-document.ts';
import { menuAfterKeys } from '../menu/edit-menu.ts';
import { optionTextOf } from '../texts/option-text.ts';

type Step = Preview['steps'][number];

interface Situation {
  document: RoutingDocument;
  settings: SettingsDocument;
  /** as the server decided them */
  steps: readonly Step[];
  /** the keys pressed so far */
  keys: string;
  clinicName: string;
}

const reached = (steps: readonly Step[], kind: string): boolean => steps.some((step) => step.kind === kind);

/** The department whose voicemail a menu option leads to, or whose people were rung. */
const departmentOf = ({
  document,
  settings,
  keys,
}: Situation): RoutingDocument['departments'][number] | null => {
  const option = menuAfterKeys(settings.menu, keys.slice(0, -1)).find(({ digit }) => digit === keys.at(-1));
  const id = option !== undefined && 'departmentId' in option.route ? option.route.departmentId : null;
  return document.departments.find((each) => each.id === id) ?? null;
};

/** What is said at the beginning of a call. */
const openingWords = ({ settings, steps, clinicName }: Situation, language: Language): Say => {
  const closed = steps.some(({ reason }) => reason === 'after-hours' || reason === 'holiday');
  return closed
    ? announcementIn(language, settings.afterHoursMessage, promptsIn(language).closed(clinicName))
    : announcementIn(language, settings.greeting, promptsIn(language).greeting(clinicName));
};

/**
 * What a caller hears at this point, sentence by sentence: after the keys pressed so far, before anybody answers.
 * Which way the call goes is read from the steps that the server decided.
 */
export const heardNow = (situation: Situation, language: Language): Say[] => {
  const { settings, steps, keys, clinicName } = situation;
  const prompts = promptsIn(language);
  const say = (text: string): Say => ({ do: 'say', text, language });
  const opening = keys === '' ? [openingWords(situation, language)] : [];
  const options = reached(steps, 'menu-offered') ? menuAfterKeys(settings.menu, keys) : [];
  if (options.length > 0)
    return [...opening, ...options.map((option) => say(optionTextOf(option, language)))];
  const department = departmentOf(situation);
  if (reached(steps, 'ringing')) return [...opening, say(prompts.connecting(department?.name ?? null))];
  if (!reached(steps, 'voicemail')) return opening;
  const own =
    department !== null && hasWords(department.voicemail) ? department.voicemail : settings.voicemail;
  const words = announcementIn(language, own, prompts.voicemail(clinicName, department?.name ?? null));
  return [...opening, words];
};
