import type { Language } from '../../src/clinics/rules/language.ts';

export const sorts = ['name', 'newest', 'birthDate', 'balance'] as const;
export type PatientSort = (typeof sorts)[number];

/** What is either asked for or not, one chip each. */
export const switches = [
  'minors',
  'owing',
  'soon',
  'away',
  'birthday',
  'numberless',
  'mailless',
  'vip',
  'archived',
] as const;
export type PatientSwitch = (typeof switches)[number];

/** What the list shows, kept in the address: a link, a reload and "back" show the same people. */
export type PatientSearch = {
  q?: string;
  sort?: PatientSort;
  language?: Language;
  tag?: string;
} & { [Name in PatientSwitch]?: true };

const spoken: readonly Language[] = ['en', 'de'];

/** A number in the address is read as a number by the router: "q=030" must stay text. */
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 100) : '';

/** Anything else in the address is left out, and so is what says nothing: the order that is usual, empty words. */
export const readPatientSearch = (search: Record<string, unknown>): PatientSearch => {
  const q = text(search['q']);
  const tag = text(search['tag']);
  const sort = sorts.find((each) => each === search['sort'] && each !== 'name');
  const language = spoken.find((each) => each === search['language']);
  const on = switches.filter((name) => search[name] === true);
  return {
    ...(q === '' ? {} : { q }),
    ...(sort === undefined ? {} : { sort }),
    ...(language === undefined ? {} : { language }),
    ...(tag === '' ? {} : { tag }),
    ...Object.fromEntries(on.map((name) => [name, true as const])),
  };
};

/** True when somebody may be missing from the list. The order leaves nobody out. */
export const isNarrowed = (search: PatientSearch): boolean =>
  Object.keys(search).some((name) => name !== 'sort');
