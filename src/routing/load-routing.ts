import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectSnapshot } from './routing.store.ts';
import type { RoutingSnapshot } from './rules/routing-snapshot.ts';

/** What a routing decision about this number needs to know at this moment; null when the clinic has no call settings. */
export const loadRouting = (
  trx: ClinicTransaction,
  phoneNumber: string,
  now: Temporal.Instant,
): Promise<RoutingSnapshot | null> => selectSnapshot(trx, phoneNumber, now);
