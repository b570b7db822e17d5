import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectKeeping } from './routing-setup.store.ts';
import { selectSnapshot } from './routing.store.ts';
import { describeRouting, type VoicemailKeeping } from './rules/describe-routing.ts';
import type { RoutingSnapshot } from './rules/routing-snapshot.ts';
import type { RoutingView } from './rules/routing-view.ts';

export type RoutingSetup = { settingsId: string; snapshot: RoutingSnapshot; keeping: VoicemailKeeping };

/** No number: then the clinic's own row is chosen, not one that some number has for itself. */
const noNumber = '';

/** The clinic's settings with everything they refer to. Null: it has none. */
export const loadSetup = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
): Promise<RoutingSetup | null> => {
  const row = await selectKeeping(trx);
  const snapshot = row && (await selectSnapshot(trx, noNumber, now));
  if (!row || !snapshot) return null;
  const { id, ...keeping } = row;
  return { settingsId: id, snapshot, keeping };
};

/** How this clinic's calls are taken. Null: it has no call settings. */
export const showRouting = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
): Promise<RoutingView | null> => {
  const setup = await loadSetup(trx, now);
  return setup && describeRouting(setup.snapshot, setup.keeping);
};
