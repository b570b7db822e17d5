import { enterErrandCall } from '../calls/errand-call.ts';
import { loadClinicWords } from '../messages/delivery/find-recipients.ts';
import { takeFromPace } from '../messages/rules/pace.ts';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { markDialling, postpone, selectDue, takeOver, type DueOrder, type Postponed } from './claim.store.ts';
import { composeErrand, sentencesOf } from './rules/compose-errand.ts';
import { lease, type ClaimedCall, type ClinicWords, type DiallingDependencies } from './dialling-work.ts';
import { endOrders } from './end-orders.ts';
import { readyCalls, type ReadyCall } from './ready-calls.ts';
import { keepPace, lockSender } from './senders.store.ts';

export type Batch = {
  calls: ClaimedCall[];
  leaseEnd: Temporal.Instant;
  /** how many were looked at; none: nothing is due, or there is no room */
  seen: number;
};

const silentBatch = 50;

/** As many as there is room for now, each at its moment in the number's pace; the others get theirs. */
const takeByPace = async (
  trx: ClinicTransaction,
  from: string,
  { timeZone }: ClinicWords,
  now: Temporal.Instant,
): Promise<{ go: DueOrder[]; seen: number }> => {
  const here = now.toZonedDateTimeISO(timeZone);
  const day = here.toPlainDate().toString();
  const { room, ...pace } = await lockSender(trx, from, day);
  const due = room === 0 ? [] : await selectDue(trx, 'waiting', now, room);
  const wanting = due.filter(({ hasSlot }) => !hasSlot);
  const { slots, ...after } = takeFromPace(pace, wanting.length, now, 'one-by-one');
  await keepPace(trx, from, { day, ...after });
  const tomorrow = here.startOfDay().add({ days: 1 }).toInstant();
  const later: Postponed[] = [];
  const go = due.filter((order) => {
    const slot = order.hasSlot ? now : (slots[wanting.indexOf(order)] ?? null);
    if (slot !== null && Temporal.Instant.compare(slot, now) <= 0) return true;
    later.push({
      id: order.id,
      until: slot ?? tomorrow,
      hasSlot: slot !== null,
      reason: slot === null ? 'daily-cap-of-number' : null,
      decisionId: null,
    });
    return false;
  });
  await postpone(trx, later);
  return { go, seen: due.length };
};

const enter = async (
  { trx, spoken: makeReady }: { trx: ClinicTransaction } & Pick<DiallingDependencies, 'spoken'>,
  { order, recipient, name, spoken, decisionId, disclosures }: ReadyCall,
  from: string,
  clinic: ClinicWords,
  now: Temporal.Instant,
): Promise<{ claim: Parameters<typeof markDialling>[1][number]; call: ClaimedCall }> => {
  const { address: to, personId: id } = recipient;
  const errand = composeErrand(order, spoken, clinic.name, disclosures);
  const { workflowName, workflowVersion: version, stepNumber: step } = order.says;
  const callId = await enterErrandCall(
    trx,
    {
      from,
      to,
      person: { id, name },
      language: spoken.language,
      errand,
      workflow: { name: workflowName, version, step },
    },
    now,
  );
  // What is ready by the time somebody picks up is played in the clinic's voice; the carrier says the rest.
  await makeReady(trx, sentencesOf(errand, spoken.language));
  return {
    claim: { id: order.id, recipientId: id, callId, decisionId },
    call: {
      orderId: order.id,
      callId,
      attempts: order.attempts + 1,
      askSince: null,
      from,
      to,
      leavesMessage: errand.machineMessage !== null,
    },
  };
};

/** Calls of a worker that fell silent in the middle: only to be asked after. */
const takeSilent = async (
  trx: ClinicTransaction,
  from: string,
  now: Temporal.Instant,
  leaseEnd: Temporal.Instant,
): Promise<ClaimedCall[]> => {
  const silent = await selectDue(trx, 'dialling', now, silentBatch);
  await takeOver(
    trx,
    silent.map(({ id }) => id),
    leaseEnd,
  );
  // Its call was removed from the log meanwhile: nothing can be learned any more.
  const lost = silent.filter(({ calledNumber }) => calledNumber === null);
  await endOrders(
    trx,
    lost.map(({ id }) => ({ id, status: 'over', outcome: 'unknown', reason: 'lost' })),
    now,
  );
  return silent.flatMap(({ id, callId, attempts, unsureSince, calledNumber }) =>
    callId === null || calledNumber === null
      ? []
      : [
          {
            orderId: id,
            callId,
            attempts: attempts + 1,
            askSince: unsureSince ?? now,
            from,
            to: calledNumber,
            leavesMessage: false,
          },
        ],
  );
};

const claim = async (
  trx: ClinicTransaction,
  spoken: DiallingDependencies['spoken'],
  now: Temporal.Instant,
): Promise<Batch> => {
  const clinic = await loadClinicWords(trx);
  const leaseEnd = now.add(lease);
  const { firstNumber: from } = clinic;
  if (from === null) return { calls: [], leaseEnd, seen: 0 };
  const silent = await takeSilent(trx, from, now, leaseEnd);
  const { go, seen } = await takeByPace(trx, from, clinic, now);
  const { ready, later, endings } = await readyCalls(trx, go, clinic, now);
  await postpone(trx, later);
  await endOrders(trx, endings, now);
  const entered = [];
  for (const one of ready) entered.push(await enter({ trx, spoken }, one, from, clinic, now));
  await markDialling(
    trx,
    entered.map(({ claim: one }) => one),
    { now, leaseEnd },
  );
  return { calls: [...silent, ...entered.map(({ call }) => call)], leaseEnd, seen: silent.length + seen };
};

/** Takes the next due calls of a clinic for this worker: asks the gate, keeps to the pace, and enters them into the log. */
export const claimCalls = (
  { database, spoken }: Pick<DiallingDependencies, 'database' | 'spoken'>,
  clinicId: string,
  now: Temporal.Instant,
): Promise<Batch> => inClinic(database, clinicId, (trx) => claim(trx, spoken, now));
