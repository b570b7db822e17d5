import { selectKeys } from './encryption.store.ts';
import { resealJob, resealKey, type ResealDependencies } from './reseal-work.ts';

/** Sets the work going again whose job is lost: after a night without a database, say. */
export const keepResealing = async ({ database, send }: ResealDependencies): Promise<void> => {
  const [current] = await selectKeys(database);
  if (current === undefined || current.resealedAt !== null) return;
  await database.transaction().execute((trx) => send(trx, resealJob, {}, { key: resealKey }));
};
