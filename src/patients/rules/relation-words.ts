import type { Language } from '../../clinics/rules/language.ts';
import type { Relation } from './relation.ts';

const words: Record<Language, Record<Relation, (children: string) => string>> = {
  en: {
    mother: (children) => `mother of ${children}`,
    father: (children) => `father of ${children}`,
    grandparent: (children) => `grandparent of ${children}`,
    guardian: (children) => `guardian of ${children}`,
    carer: (children) => `cares for ${children}`,
  },
  de: {
    mother: (children) => `Mutter von ${children}`,
    father: (children) => `Vater von ${children}`,
    grandparent: (children) => `Großelternteil von ${children}`,
    guardian: (children) => `sorgeberechtigt für ${children}`,
    carer: (children) => `betreut ${children}`,
  },
};

/** In words for the staff: "mother of Anna and Ben"; null for somebody who answers for nobody. */
export const relationWords = (
  wards: readonly { relation: Relation; givenName: string }[],
  language: Language,
): string | null => {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const byRelation = Map.groupBy(wards, ({ relation }) => relation);
  const parts = [...byRelation].map(([relation, children]) =>
    words[language][relation](list.format(children.map(({ givenName }) => givenName))),
  );
  return parts.length === 0 ? null : parts.join(', ');
};
