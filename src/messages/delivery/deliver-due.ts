import { inClinic } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { afterFailure } from './after-failure.ts';
import { claimBatch, type Batch } from './claim-batch.ts';
import { batchSize, type ClaimedMessage, type DeliveryDependencies } from './delivery-work.ts';
import { partMembers } from './families.store.ts';
import { selectClinicsWithDue, selectNextDue } from './outbox.store.ts';
import { settle, type SendOutcome } from '../rules/send-outcome.ts';
import { sendOne } from './send-one.ts';
import { writeSettlements } from './settle.store.ts';
import { tellFacts } from './tell-facts.ts';

/** Requests to the carrier that one process has under way for one clinic. */
const atOnce = 8;
const clinicsAtOnce = 3;

type Attempt = { message: ClaimedMessage; outcome: SendOutcome };

const attempt = async (
  deps: DeliveryDependencies,
  errand: Parameters<typeof sendOne>[1],
): Promise<SendOutcome> => {
  try {
    return await sendOne(deps, errand);
  } catch (error) {
    // The next worker asks the carrier when the lease is over.
    const { code, name } = error as { code?: string; name?: string };
    deps.log.error({ messageId: errand.message.id, code, name }, 'an attempt to send a message broke');
    return { outcome: 'left' };
  }
};

/** Runs `work` for all, so many at a time. */
const inLanes = async <T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>) => {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: Math.min(lanes, items.length) }, async () => {
      for (const item of queue) await work(item);
    }),
  );
};

const writeDown = async (
  deps: DeliveryDependencies,
  clinicId: string,
  attempts: readonly Attempt[],
): Promise<void> => {
  const now = deps.clock.now();
  const settled = attempts.flatMap(({ message, outcome }) => {
    const settlement = settle(outcome, message.attempts, now);
    return settlement === null ? [] : [{ message, settlement }];
  });
  if (settled.length === 0) return;
  await inClinic(deps.database, clinicId, async (trx) => {
    const fates = settled.flatMap(({ message, settlement }) => [
      { own: message, settlement },
      ...message.members.map((own) => ({ own, settlement: { ...settlement, sid: null } })),
    ]);
    const rows = fates.map(({ own: { id }, settlement: { fact: _fact, dueAt, ...rest } }) => ({
      id,
      dueAt: dueAt?.toString() ?? null,
      ...rest,
    }));
    const changed = await writeSettlements(trx, rows, now);
    const facts = fates.flatMap(({ own: { id, instanceId }, settlement: { fact } }) =>
      fact !== null && changed.has(id) ? [{ id, instanceId, fact }] : [],
    );
    await tellFacts(trx, facts, now);
    for (const { message, settlement } of settled) {
      const { status, reason, dueAt } = settlement;
      if (status === 'failed' && changed.has(message.id))
        await afterFailure(trx, { ...message, reason: reason ?? 'refused' }, now);
      const parting = message.members.filter(({ id }) => changed.has(id)).map(({ id }) => id);
      if (status === 'waiting' && dueAt !== null) await partMembers(trx, parting, dueAt);
    }
    await announce(trx, 'messages');
  });
};

/** @returns whether an earlier attempt had not got through, so that the message waits anew */
const deliverBatch = async (
  deps: DeliveryDependencies,
  clinicId: string,
  { messages, leaseEnd, clinic, links, baseUrl }: Batch,
): Promise<boolean> => {
  const attempts: Attempt[] = [];
  await inLanes(messages, atOnce, async (message) => {
    attempts.push({
      message,
      outcome: await attempt(deps, { clinicId, clinic, message, leaseEnd, baseUrl, links }),
    });
  });
  await writeDown(deps, clinicId, attempts);
  return attempts.some(({ outcome }) => outcome.outcome === 'was-not-sent');
};

/** Delivers what is due in one clinic, until nothing is. */
export const deliverClinic = async (deps: DeliveryDependencies, clinicId: string): Promise<void> => {
  for (;;) {
    const batch = await claimBatch(deps, clinicId, deps.clock.now());
    const anew = batch.messages.length > 0 && (await deliverBatch(deps, clinicId, batch));
    if (batch.seen < batchSize && !anew) return;
  }
};

/**
 * Delivers what is due, clinic by clinic, until nothing is.
 * @returns when the next message is due, null: none is planned
 */
export const deliverDue = async (deps: DeliveryDependencies): Promise<Temporal.Instant | null> => {
  const clinics = await selectClinicsWithDue(deps.database, deps.clock.now(), 100);
  await inLanes(clinics, clinicsAtOnce, (clinicId) => deliverClinic(deps, clinicId));
  return selectNextDue(deps.database);
};
