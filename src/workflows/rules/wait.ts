import { instantOf } from './instant-of.ts';
import { hangsOnAppointment, mustPrecedeAppointment, type Moment } from './moment.ts';
import type { WaitStep } from './steps.ts';
import { goPast, holdsNow, tell, type Walk } from './walk.ts';

/** What follows the wait hangs on the appointment as the wait does. */
const hangOn = (walk: Walk, { id, for: moment }: WaitStep): void => {
  if (!hangsOnAppointment(moment)) return;
  walk.state.window = mustPrecedeAppointment(moment) ? 'before-appointment' : 'open';
  walk.state.rewind ??= id;
};

const sleep = (walk: Walk, step: WaitStep, until: Temporal.Instant): void => {
  walk.state.position = { doing: 'waiting', step: step.id, until: until.toString() };
  tell(walk, step, 'waiting', { detail: { until: until.toString() } });
};

/** Who comes to a wait so little late still does in time what follows it. */
const grace = { hours: 1 };

/** The instance comes to a WAIT. */
export const arriveAtWait = (walk: Walk, step: WaitStep): void => {
  walk.skipping = null;
  hangOn(walk, step);
  const until = instantOf(step.for, walk.subject, walk.now);
  if (until === null) {
    tell(walk, step, 'skipped', { reason: 'nothing-to-wait-for' });
    if (step.ifPast === 'skip') walk.skipping = 'nothing-to-wait-for';
    return goPast(walk, step.id);
  }
  if (step.asSoonAs && holdsNow(walk, step.asSoonAs)) {
    tell(walk, step, 'done', { reason: 'so-already' });
    return goPast(walk, step.id);
  }
  if (Temporal.Instant.compare(until, walk.now) > 0) return sleep(walk, step, until);
  const isOver = Temporal.Instant.compare(until.add(grace), walk.now) < 0;
  if (isOver && step.ifPast === 'skip') {
    walk.skipping = 'time-over';
    tell(walk, step, 'skipped', { reason: 'time-over', detail: { until: until.toString() } });
  }
  goPast(walk, step.id);
};

/** Whether the time of a wait is found anew from what it hangs on, and not only once on arrival. */
const isAnchored = (moment: Moment): boolean => hangsOnAppointment(moment) || moment.until === 'birthday';

/** A fact comes to an instance that waits: it may be over, or have another time than before. */
export const lookAtWait = (walk: Walk, step: WaitStep, planned: string, replan: boolean): void => {
  // In the version in which they came to it, it may have been another wait.
  hangOn(walk, step);
  if (step.asSoonAs && holdsNow(walk, step.asSoonAs)) {
    tell(walk, step, 'done', { reason: 'as-soon-as' });
    return goPast(walk, step.id);
  }
  let until = Temporal.Instant.from(planned);
  if (hangsOnAppointment(step.for) || (replan && isAnchored(step.for))) {
    const found = instantOf(step.for, walk.subject, walk.now);
    if (found === null) return goPast(walk, step.id);
    if (!found.equals(until)) sleep(walk, step, found);
    until = found;
  }
  if (Temporal.Instant.compare(walk.now, until) >= 0) goPast(walk, step.id);
};
