import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { TemplateTexts } from '../rules/template-texts.ts';
import { selectTemplate } from './templates.store.ts';

/** What these templates say now. One that is gone is left out. */
export const readTemplateTexts = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, TemplateTexts>> => {
  const found = new Map<string, TemplateTexts>();
  for (const id of ids) {
    const template = await selectTemplate(trx, id);
    if (template !== null) found.set(id, template.texts);
  }
  return found;
};
