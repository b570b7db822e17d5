import type { Connection } from '../platform/database/pool.ts';
import { roundsOnBells } from '../platform/rounds-on-bells.ts';
import { callBell } from './call-bell.ts';
import { dialDue } from './dial-due.ts';
import type { DiallingDependencies } from './dialling-work.ts';

/** Makes calls for as long as the process runs. */
export const runDialling = (
  deps: DiallingDependencies,
  connection: Connection,
): Promise<{ close(): Promise<void> }> =>
  roundsOnBells('dialling', [callBell], { ...deps, connection }, () => dialDue(deps));
