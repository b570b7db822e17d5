import type { ClinicTransaction } from '../platform/database/database.ts';
import { checkDraft } from './check-draft.ts';
import { gallery } from './rules/gallery/gallery.ts';
import type { TemplateItem } from './rules/workflow-views.ts';
import { selectCalendar } from './subjects.store.ts';

/** Every workflow that a clinic can begin with. */
export const showGallery = async (trx: ClinicTransaction): Promise<TemplateItem[]> => {
  const { language } = await selectCalendar(trx);
  const items: TemplateItem[] = [];
  for (const { key, categories, name, says, forWhom, definition: byLanguage } of gallery) {
    const definition = byLanguage[language];
    const { faults } = await checkDraft(trx, definition);
    items.push({ key, categories: [...categories], name, says, forWhom, definition, faults });
  }
  return items;
};
