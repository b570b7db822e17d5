import { inClinic } from '../platform/database/database.ts';
import type { ImportDependencies } from './imports-work.ts';
import { deleteLeftovers, forgetContents, selectClinicIds } from './import-upkeep.store.ts';

/** Hourly: files that nobody started, and rows of old reports, are people's data that nobody needs any more. */
export const keepImportsUp = async ({ database, clock }: ImportDependencies): Promise<void> => {
  const now = clock.now();
  for (const clinicId of await selectClinicIds(database)) {
    await inClinic(database, clinicId, async (trx) => {
      await deleteLeftovers(trx, {
        uploadsBefore: now.subtract({ hours: 2 }),
        filesBefore: now.subtract({ hours: 7 * 24 }),
      });
      await forgetContents(trx, now.subtract({ hours: 90 * 24 }));
    });
  }
};
