import type { RoutingSnapshot, StaffAtMoment, StaffRoute } from './routing-snapshot.ts';

/** Whom a caller wants: a department, one staff member, or anybody who takes general calls. */
export type RingTarget =
  | { kind: 'department'; departmentId: string }
  | { kind: 'staff'; staffId: string }
  | { kind: 'anyone' };

export type RingMember = { staffId: string; name: string; portal: boolean; phone: string | null };

/** Why somebody who could be asked is not rung now. */
export type SkipReason = 'already-tried' | 'switched-off' | 'busy' | 'offline';

export type RingDecision =
  | { ring: RingMember[]; priority: number; skipped: { staffId: string; reason: SkipReason }[] }
  | {
      ring: null;
      next: 'wait' | 'voicemail';
      reason: 'nobody-assigned' | 'nobody-left' | 'all-busy';
      skipped: { staffId: string; reason: SkipReason }[];
    };

/** The carrier rings at most this many at once; a browser and a phone of one person count as two. */
const mostAtOnce = 10;

type Candidate = { staff: StaffAtMoment; route: StaffRoute };

const isReachable = (staff: StaffAtMoment, route: StaffRoute): boolean =>
  (route.inPortal && staff.online) || route.phone !== null;

const candidatesOf = (
  staff: StaffAtMoment[],
  routesOf: (member: StaffAtMoment) => StaffRoute[],
): Candidate[] =>
  staff.flatMap((member) => {
    // Of several ways to one person the first that works now, else the first, so that the reason can be told.
    const routes = routesOf(member).toSorted((a, b) => a.priority - b.priority);
    const route = routes.find((one) => one.on && isReachable(member, one)) ?? routes[0];
    return route ? [{ staff: member, route }] : [];
  });

/** With nobody set up for general calls, everybody who takes any calls is "anybody", at their best priority. */
const candidatesFor = (staff: StaffAtMoment[], target: RingTarget): Candidate[] => {
  if (target.kind === 'staff')
    return candidatesOf(staff, (member) => (member.id === target.staffId ? member.routes : []));
  const departmentId = target.kind === 'department' ? target.departmentId : null;
  const direct = candidatesOf(staff, (member) =>
    member.routes.filter((route) => route.departmentId === departmentId),
  );
  return direct.length > 0 || target.kind !== 'anyone'
    ? direct
    : candidatesOf(staff, (member) => member.routes);
};

const obstacle = (
  { staff, route }: Candidate,
  callId: string,
  tried: ReadonlySet<string>,
): SkipReason | null => {
  if (tried.has(staff.id)) return 'already-tried';
  if (!route.on || !staff.available) return 'switched-off';
  if (staff.busyWithCallId !== null && staff.busyWithCallId !== callId) return 'busy';
  return isReachable(staff, route) ? null : 'offline';
};

const memberOf = ({ staff, route }: Candidate): RingMember => ({
  staffId: staff.id,
  name: staff.name,
  portal: route.inPortal && staff.online,
  phone: route.phone,
});

const lines = (member: RingMember): number => Number(member.portal) + Number(member.phone !== null);

/** As many of equal priority as the carrier can ring at once; the rest get their turn in the next round. */
const firstRound = (members: RingMember[]): RingMember[] => {
  let used = 0;
  return members.filter((member) => {
    if (used + lines(member) > mostAtOnce) return false;
    used += lines(member);
    return true;
  });
};

/**
 * Who is rung next for a call, or why nobody is.
 * Priority 1 first, equal priorities together; busy, offline and switched-off people and those tried before are left out.
 * @param waitedSeconds how long this caller has waited already for somebody to become free
 */
export const decideRing = (
  snapshot: RoutingSnapshot,
  request: { callId: string; target: RingTarget; tried: readonly string[]; waitedSeconds: number },
): RingDecision => {
  const tried = new Set(request.tried);
  const candidates = candidatesFor(snapshot.staff, request.target).map((candidate) => ({
    candidate,
    obstacle: obstacle(candidate, request.callId, tried),
  }));
  const skipped = candidates.flatMap(({ candidate, obstacle: reason }) =>
    reason === null ? [] : [{ staffId: candidate.staff.id, reason }],
  );
  const free = candidates.filter((entry) => entry.obstacle === null).map((entry) => entry.candidate);
  if (free.length > 0) {
    const priority = Math.min(...free.map(({ route }) => route.priority));
    const ring = firstRound(free.filter(({ route }) => route.priority === priority).map(memberOf));
    return { ring, priority, skipped };
  }
  const someBusy = skipped.some(({ reason }) => reason === 'busy');
  const mayWait = someBusy && request.waitedSeconds < snapshot.settings.maxWaitSeconds;
  if (mayWait) return { ring: null, next: 'wait', reason: 'all-busy', skipped };
  const reason = candidates.length === 0 ? 'nobody-assigned' : someBusy ? 'all-busy' : 'nobody-left';
  return { ring: null, next: 'voicemail', reason, skipped };
};
