import type { ClinicTransaction } from '../platform/database/database.ts';
import { loadRouting } from '../routing/load-routing.ts';
import type { RoutingSnapshot } from '../routing/rules/routing-snapshot.ts';
import { lockAvailability } from '../staff/reserve-for-call.ts';
import type { CallRow } from './calls.store.ts';
import type { CallFact } from './rules/call-fact.ts';
import { staffBusyIn } from './rules/call-state.ts';
import { decideCall } from './rules/decide-call.ts';
import type { CallContext, Decision } from './rules/decision.ts';

/** The decision looked at routing that nobody had loaded. */
class RoutingNeeded extends Error {}

const clinicNumberOf = (call: CallRow): string =>
  call.direction === 'inbound' ? call.toNumber : call.fromNumber;

const contextOf = (call: CallRow, snapshot: RoutingSnapshot | null, now: Temporal.Instant): CallContext => ({
  callId: call.id,
  carrierSid: call.carrierSid,
  clinicNumber: clinicNumberOf(call),
  callerName: call.callerName,
  get snapshot() {
    if (snapshot === null) throw new RoutingNeeded();
    return snapshot;
  },
  now,
});

/** Most webhooks are callbacks that route nobody: routing is loaded for those decisions only that look at it. */
const decideWith = async (
  trx: ClinicTransaction,
  call: CallRow,
  fact: CallFact,
  snapshot: RoutingSnapshot | null,
  now: Temporal.Instant,
): Promise<Decision | null> => {
  try {
    return decideCall(call.state, fact, contextOf(call, snapshot, now));
  } catch (error) {
    if (!(error instanceof RoutingNeeded)) throw error;
  }
  const loaded = await loadRouting(trx, clinicNumberOf(call), now);
  if (!loaded) throw new Error('the clinic has no call settings');
  return decideCall(call.state, fact, contextOf(call, loaded, now));
};

const sameStaff = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/**
 * Decides on a first look; if that would make somebody busy or free, locks who is busy with what, looks again and
 * decides on what is certain. Most webhooks touch nobody and so lock nothing but their own call.
 * @param seen routing that is at hand already, good enough for the first look
 */
export const decideSafely = async (
  trx: ClinicTransaction,
  call: CallRow,
  fact: CallFact,
  now: Temporal.Instant,
  seen: RoutingSnapshot | null = null,
): Promise<{ decision: Decision | null; touchesStaff: boolean }> => {
  const first = await decideWith(trx, call, fact, seen, now);
  if (first === null || sameStaff(staffBusyIn(call.state), staffBusyIn(first.state)))
    return { decision: first, touchesStaff: false };
  await lockAvailability(trx);
  return { decision: await decideWith(trx, call, fact, null, now), touchesStaff: true };
};
