import type { Language } from '../../clinics/rules/language.ts';
import { emailAddressSchema } from '../../patients/rules/email-address.ts';
import type { ImportedPatient } from '../../patients/rules/imported-patient.ts';

const german = new Set(['de', 'deu', 'ger', 'german', 'deutsch', 'allemand']);
const english = new Set(['en', 'eng', 'english', 'englisch']);

/** The language of a word or tag (de-AT, Deutsch, eng); null for one that Frontdesk does not speak. */
export const readLanguage = (text: string): Language | null => {
  const word = text.toLowerCase().split(/[-_ (]/)[0]!;
  if (german.has(word)) return 'de';
  return english.has(word) ? 'en' : null;
};

const genders = new Map<string, NonNullable<ImportedPatient['gender']>>([
  ...['f', 'w', 'female', 'woman', 'weiblich', 'frau', 'mrs', 'ms', 'miss', 'fr'].map(
    (word) => [word, 'female'] as const,
  ),
  ...['m', 'male', 'man', 'männlich', 'maennlich', 'herr', 'mr', 'hr'].map((word) => [word, 'male'] as const),
  ...['d', 'divers', 'diverse', 'other', 'o', 'nonbinary', 'non-binary'].map(
    (word) => [word, 'other'] as const,
  ),
]);

export const readGender = (text: string): ImportedPatient['gender'] =>
  genders.get(text.toLowerCase().replace(/\.$/, '')) ?? null;

/** One address out of "Anna <anna@example.org>", "mailto:…" or a list; null for none. */
export const readEmail = (raw: string): string | null => {
  const first = raw.split(/[;,\s]+/).find((part) => part.includes('@')) ?? raw;
  const bare = (/<([^<>]+)>/.exec(raw)?.[1] ?? first).replace(/^mailto:/i, '').trim();
  if (bare.includes('..') || !emailAddressSchema.safeParse(bare).success) return null;
  const at = bare.lastIndexOf('@');
  return `${bare.slice(0, at)}@${bare.slice(at + 1).toLowerCase()}`;
};
