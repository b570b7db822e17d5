import { decideRing } from '../../routing/rules/decide-ring.ts';
import type { RoutingSnapshot } from '../../routing/rules/routing-snapshot.ts';
import type { CallState } from './call-state.ts';

export type WaitingCall = { id: string; state: CallState };

/**
 * Which callers can be given somebody who is free now. Each free person is kept for the caller who has waited longest
 * for them, so that nobody is fetched from the music for nothing, and nobody free stays idle.
 * @param waiting in the order in which they are served
 * @returns their ids
 */
export const callersToFetchBack = (snapshot: RoutingSnapshot, waiting: readonly WaitingCall[]): string[] => {
  const taken = new Map<string, string>();
  return waiting.flatMap(({ id, state }) => {
    if (state.phase.at !== 'waiting' || state.wish === null) return [];
    const staff = snapshot.staff.map((member) => ({
      ...member,
      busyWithCallId: member.busyWithCallId ?? taken.get(member.id) ?? null,
    }));
    const { target, tried } = state.wish;
    const { ring } = decideRing({ ...snapshot, staff }, { callId: id, target, tried, waitedSeconds: 0 });
    for (const member of ring ?? []) taken.set(member.staffId, id);
    return ring === null || state.phase.woken ? [] : [id];
  });
};
