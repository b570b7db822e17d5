import type { ClinicTransaction } from '../../platform/database/database.ts';
import { advanceInstances, type Told } from '../engine/advance-instances.ts';
import { lockInstances, type InstanceRow } from '../engine/instances.store.ts';
import type { Fact, Hand } from '../rules/fact.ts';
import { judgeDeed, type HandAct, type Seen, type ToldOf, type Verdict } from '../rules/hand-deed.ts';
import { selectToldSince } from './told-since.store.ts';

/** An instance, and the step at which it was seen when somebody decided. */
export type SeenInstance = { id: string; seen: Seen | null };
export type Judged = { row: InstanceRow; verdict: Verdict };

const factOf = (act: HandAct, seen: Seen | null, hand: Hand): Fact => {
  switch (act) {
    case 'end':
      return { fact: 'ended', hand };
    case 'go-on':
      return { fact: 'waited-enough', hand };
    case 'again':
      return { fact: 'again', step: seen!.step, hand };
  }
};

/**
 * Locks instances and does the deed with each that still stands where it was seen.
 * @returns what came of each by its id; one that is not there any more is left out
 */
export const actOnSeen = async (
  trx: ClinicTransaction,
  instances: readonly SeenInstance[],
  { act, hand }: { act: HandAct; hand: Hand },
  at: Temporal.Instant,
): Promise<Map<string, Judged>> => {
  const seenOf = new Map(instances.map(({ id, seen }) => [id, seen]));
  const rows = await lockInstances(trx, [...seenOf.keys()]);
  const since = await selectToldSince(
    trx,
    rows.map(({ id }) => ({ id, step: seenOf.get(id)?.step ?? null, number: seenOf.get(id)?.number ?? 0 })),
  );
  const none: ToldOf[] = [];
  const judged = rows.map((row): Judged => {
    const seen = seenOf.get(row.id) ?? null;
    return { row, verdict: judgeDeed(act, row, seen, since.get(row.id) ?? none, hand) };
  });
  const told = judged
    .filter(({ verdict }) => verdict === 'may')
    .map(({ row }): Told => ({ row, facts: [factOf(act, seenOf.get(row.id) ?? null, hand)] }));
  await advanceInstances(trx, told, at);
  return new Map(judged.map((one) => [one.row.id, one]));
};
