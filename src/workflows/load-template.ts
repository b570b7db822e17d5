import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Definition } from './rules/definition.ts';
import { gallery } from './rules/gallery/gallery.ts';
import { selectCalendar } from './subjects.store.ts';

/** What a template begins with; its staff reads the clinic's language. @returns null when there is none of this key */
export const loadTemplate = async (trx: ClinicTransaction, key: string): Promise<Definition | null> => {
  const entry = gallery.find((one) => one.key === key);
  if (entry === undefined) return null;
  const { language } = await selectCalendar(trx);
  return entry.definition[language];
};
