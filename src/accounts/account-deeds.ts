import { recordAudit } from '../audit/record-audit.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { selectMemberships } from './accounts.store.ts';

type Dependencies = { database: Database; clock: Clock };
type Deed = { userId: string; action: string };

const inEachClinic = async (
  { database }: Dependencies,
  userId: string,
  work: (trx: ClinicTransaction) => Promise<void>,
): Promise<void> => {
  for (const { id } of await selectMemberships(database, userId)) await inClinic(database, id, work);
};

/**
 * Writes into the log of each clinic of this person what happened with their account: accounts stand above clinics,
 * and whoever looks after one has to see how its people sign in.
 */
export const recordOnAccount = (deps: Dependencies, { userId, action }: Deed): Promise<void> => {
  const at = deps.clock.now();
  const subject = { kind: 'user', id: userId };
  return inEachClinic(deps, userId, (trx) => recordAudit(trx, { userId, action, subject, at }));
};

/** Open portals ask again who they are, and those whose session has ended fall silent. */
export const askPortalsAgain = (deps: Dependencies, userId: string): Promise<void> =>
  inEachClinic(deps, userId, (trx) => announce(trx, 'members', userId));

/** What changes how somebody signs in: recorded, and felt at once wherever they are signed in. */
export const recordAccountChange = async (deps: Dependencies, deed: Deed): Promise<void> => {
  await recordOnAccount(deps, deed);
  await askPortalsAgain(deps, deed.userId);
};
