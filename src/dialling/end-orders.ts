import { releaseContacts } from '../consent/release-contact.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { endOrders as writeEndings, type Ending } from './outcomes.store.ts';
import { reachedNobody } from './rules/call-outcome.ts';

/** Ends orders, each once; what reached nobody gives its place under the caps back. */
export const endOrders = async (
  trx: ClinicTransaction,
  endings: readonly Ending[],
  now: Temporal.Instant,
): Promise<void> => {
  const ended = await writeEndings(trx, endings, now);
  const keys = ended.filter(({ outcome }) => reachedNobody(outcome)).map(({ key }) => key);
  if (keys.length > 0) await releaseContacts(trx, keys);
};
