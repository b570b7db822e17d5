import type { Connection } from '../../platform/database/pool.ts';
import { roundsOnBells } from '../../platform/rounds-on-bells.ts';
import { deliverDue } from './deliver-due.ts';
import type { DeliveryDependencies } from './delivery-work.ts';
import { messageBell } from './message-bell.ts';

/** Delivers for as long as the process runs. */
export const runDelivery = (
  deps: DeliveryDependencies,
  connection: Connection,
): Promise<{ close(): Promise<void> }> =>
  roundsOnBells('message delivery', [messageBell], { ...deps, connection }, () => deliverDue(deps));
