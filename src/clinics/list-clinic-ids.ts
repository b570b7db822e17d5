import type { Database } from '../platform/database/database.ts';
import { selectClinicIds } from './clinics.store.ts';

/** Every clinic of this installation, for work that is done for one after the other. */
export const listClinicIds = (database: Database): Promise<string[]> => selectClinicIds(database);
