import { z } from 'zod';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { definitionSchema } from '../rules/definition.ts';
import { categorySchema, type GalleryEntry } from '../rules/gallery/gallery-entry.ts';
import { gallery } from '../rules/gallery/gallery.ts';
import type { TemplateItem } from '../rules/template-views.ts';
import { selectCalendar } from '../engine/subjects.store.ts';
import { selectOwnTemplates, type OwnTemplateRow } from './templates.store.ts';

export type LoadedTemplate = Omit<TemplateItem, 'purpose' | 'needs' | 'faults'>;

const ofGallery = ({ definition, categories, ...entry }: GalleryEntry, language: 'en' | 'de') => ({
  ...entry,
  own: false,
  categories: [...categories],
  definition: definition[language],
});

/** One that a newer version cannot read any more is left out. */
const ofClinic = ({ id, name, says, forWhom, ...row }: OwnTemplateRow): LoadedTemplate[] => {
  const definition = definitionSchema.safeParse(row.definition);
  if (!definition.success) return [];
  return [
    {
      key: id,
      own: true,
      categories: z.array(categorySchema).catch([]).parse(row.categories),
      name: { en: name, de: name },
      says: { en: says, de: says },
      forWhom: { en: forWhom, de: forWhom },
      definition: definition.data,
    },
  ];
};

/** What comes with Frontdesk, its staff reading the clinic's language, and then the clinic's own. */
export const loadTemplates = async (trx: ClinicTransaction): Promise<LoadedTemplate[]> => {
  const { language } = await selectCalendar(trx);
  const own = await selectOwnTemplates(trx);
  return [...gallery.map((entry) => ofGallery(entry, language)), ...own.flatMap(ofClinic)];
};

/** @returns null when there is none of this key */
export const loadTemplate = async (trx: ClinicTransaction, key: string): Promise<LoadedTemplate | null> => {
  const entry = gallery.find((one) => one.key === key);
  if (entry !== undefined) return ofGallery(entry, (await selectCalendar(trx)).language);
  if (!z.uuid().safeParse(key).success) return null;
  return (await selectOwnTemplates(trx, key)).flatMap(ofClinic)[0] ?? null;
};
