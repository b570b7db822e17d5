import type { Database } from '../platform/database/database.ts';
import { selectSealedSections } from './installation.store.ts';

/** How many sections of the installation's settings are sealed. */
export const countSettings = async (database: Database): Promise<number> =>
  (await selectSealedSections(database)).length;
