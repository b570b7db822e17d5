import { languageSchema, type Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectOwners } from './members.store.ts';

/** Whom to write to when something about the clinic needs a decision. */
export type Owner = { userId: string; name: string; email: string; clinic: string; language: Language };

/** In the language each of them uses, else in the clinic's. */
export const listOwners = async (trx: ClinicTransaction): Promise<Owner[]> =>
  (await selectOwners(trx)).map((row) => ({ ...row, language: languageSchema.parse(row.language) }));
