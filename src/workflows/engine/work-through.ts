import { clinicsWithCallOutcomes } from '../../dialling/tell-call-outcomes.ts';
import {
  clinicsWithEvents,
  dispatchEvents,
  nextEventTry,
  tryTroubledEvents,
  type EventConsumer,
} from '../../events/dispatch-events.ts';
import { clinicsWithMessageFacts } from '../../messages/delivery/tell-facts.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Log } from '../../platform/log.ts';
import { advanceDue, dueBatch } from './advance-due.ts';
import { passOnCallOutcomes } from './pass-on-call-outcomes.ts';
import { passOnMessageFacts } from './pass-on-message-facts.ts';
import { startInstances } from './start-instances.ts';
import { tellInstances } from '../people/tell-instances.ts';
import { selectClinicsWithDailyStarts, selectNextDailyStart } from './daily-starts.store.ts';
import { startDaily } from './start-daily.ts';
import { selectClinicsToWake, selectNextWake } from './wakes.store.ts';

export type WorkflowDependencies = {
  database: Database;
  clock: Clock;
  log: Log;
  /** who else acts on events, in the same transaction */
  consumers?: readonly EventConsumer[];
};

const batch = 500;
const clinicsAtOnce = 3;

/** All batches of one kind of work. @returns whether there was any */
const drain = async (work: (limit: number) => Promise<number>, limit: number): Promise<boolean> => {
  let done = await work(limit);
  const any = done > 0;
  while (done === limit) done = await work(limit);
  return any;
};

/** One kind of work that is in trouble does not keep the others waiting; it is tried again with the next round. */
const tried = async (
  { log }: WorkflowDependencies,
  clinicId: string,
  kind: string,
  work: () => Promise<boolean>,
): Promise<boolean> => {
  try {
    return await work();
  } catch (error) {
    const { code, name } = error as { code?: string; name?: string };
    log.error({ clinicId, kind, code, name }, 'the workflows of a clinic could not be worked through');
    return false;
  }
};

const workThroughClinic = async (deps: WorkflowDependencies, clinicId: string): Promise<void> => {
  const { database, clock } = deps;
  const consume: EventConsumer = async (trx, events) => {
    await tellInstances(trx, events, clock.now());
    await startInstances(trx, events, clock.now());
  };
  const consumers = [consume, ...(deps.consumers ?? [])];
  // What comes of these is done by the other kinds of work.
  const quietly = async (work: Promise<void>): Promise<false> => work.then(() => false);
  const kinds: [string, () => Promise<boolean>][] = [
    [
      'events',
      () => drain((limit) => dispatchEvents(database, clinicId, consumers, clock.now(), limit), batch),
    ],
    ['troubled', () => quietly(tryTroubledEvents(database, clinicId, consumers, clock.now()))],
    ['daily', () => quietly(startDaily(database, clinicId, clock.now()))],
    ['words', () => drain((limit) => passOnMessageFacts(database, clinicId, clock.now(), limit), batch)],
    ['calls', () => drain((limit) => passOnCallOutcomes(database, clinicId, clock.now(), limit), batch)],
    ['due', () => drain((limit) => advanceDue(deps, clinicId, clock.now(), limit), dueBatch)],
  ];
  for (let any = true; any;) {
    any = false;
    for (const [kind, work] of kinds) if (await tried(deps, clinicId, kind, work)) any = true;
  }
};

/**
 * Does all that is due, clinic by clinic: events begin and end instances, word of messages and calls reaches them, and those whose
 * time has come take their next steps. Any number of processes may do this at once.
 * @returns when something will be due; null: nothing is planned
 */
export const workThrough = async (deps: WorkflowDependencies): Promise<Temporal.Instant | null> => {
  const { database, clock } = deps;
  const now = clock.now();
  const clinics = new Set([
    ...(await clinicsWithEvents(database, now)),
    ...(await clinicsWithMessageFacts(database)),
    ...(await clinicsWithCallOutcomes(database)),
    ...(await selectClinicsWithDailyStarts(database, now)),
    ...(await selectClinicsToWake(database, now, 1000)),
  ]);
  const queue = clinics.values();
  await Promise.all(
    Array.from({ length: Math.min(clinicsAtOnce, clinics.size) }, async () => {
      for (const clinicId of queue) await workThroughClinic(deps, clinicId);
    }),
  );
  const next = [
    await selectNextWake(database, now),
    await selectNextDailyStart(database, now),
    await nextEventTry(database, now),
  ];
  return next.filter((at) => at !== null).toSorted(Temporal.Instant.compare)[0] ?? null;
};
