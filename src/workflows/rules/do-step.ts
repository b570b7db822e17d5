import type { TaskKind } from './effect.ts';
import { instantOf } from './instant-of.ts';
import { placeCall } from './phone-call.ts';
import { isSend, send } from './send.ts';
import type { BranchStep, ConditionStep, LeafStep, Step } from './steps.ts';
import { arriveAtWait } from './wait.ts';
import { goPast, goTo, holdsNow, keyOf, reasonToSkip, tell, type Walk } from './walk.ts';

type TaskStep = Extract<
  LeafStep,
  {
    do:
      | 'CREATE_CALL_NOTE'
      | 'SCHEDULE_CALLBACK'
      | 'NOTIFY_TEAM_MEMBER'
      | 'RESCHEDULE_APPOINTMENT'
      | 'SCHEDULE_APPOINTMENT';
  }
>;

const taskKinds: Record<TaskStep['do'], TaskKind> = {
  CREATE_CALL_NOTE: 'note',
  SCHEDULE_CALLBACK: 'callback',
  NOTIFY_TEAM_MEMBER: 'team',
  RESCHEDULE_APPOINTMENT: 'reschedule',
  SCHEDULE_APPOINTMENT: 'schedule',
};

export const isTask = (step: Step): step is TaskStep => Object.hasOwn(taskKinds, step.do);

export const giveTask = (walk: Walk, step: TaskStep): void => {
  const reason = reasonToSkip(walk);
  // A task for the staff needs no patient: a stranger's missed call is called back as well.
  if (reason !== null && reason !== 'nobody-to-contact') return tell(walk, step, 'skipped', { reason });
  const key = keyOf(walk, step.id, 0);
  const due =
    step.do === 'SCHEDULE_CALLBACK' && step.due ? instantOf(step.due, walk.subject, walk.now) : null;
  walk.effects.push({
    effect: 'create-task',
    key,
    step: step.id,
    kind: taskKinds[step.do],
    text: step.text,
    staffId: step.do === 'NOTIFY_TEAM_MEMBER' ? (step.staffId ?? null) : null,
    dueAt: due?.toString() ?? null,
  });
  tell(walk, step, 'done', { key });
};

/** The first of a list, or what follows the step when the list is empty. */
const enter = (walk: Walk, step: Step, list: Step[]): void => {
  const [first] = list;
  if (first) goTo(walk, first.id);
  else goPast(walk, step.id);
};

const choose = (walk: Walk, step: ConditionStep): void => {
  const met = holdsNow(walk, step.if);
  tell(walk, step, 'chosen', { reason: met ? 'yes' : 'no' });
  enter(walk, step, met ? step.yes : step.no);
};

/** FNV-1a: the same text gives the same number everywhere, spread evenly enough over 0–100. */
const share = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  // The lowest bits of FNV-1a differ least between texts that end alike.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32) * 100;
};

const branchOf = (walk: Walk, step: BranchStep): BranchStep['branches'][number] | undefined => {
  if (step.by === 'condition')
    return step.branches.find((branch) => branch.if !== undefined && holdsNow(walk, branch.if));
  const drawn = share(`${walk.workflowId}:${step.id}:${walk.subject.patient?.id ?? walk.instanceId}`);
  let reached = 0;
  return step.branches.find(({ percent = 0 }) => {
    reached += percent;
    return drawn < reached;
  });
};

const branch = (walk: Walk, step: BranchStep): void => {
  const taken = branchOf(walk, step);
  tell(walk, step, 'chosen', { reason: taken?.name ?? 'otherwise' });
  enter(walk, step, taken?.steps ?? step.otherwise);
};

/** Does the step that the instance stands before; afterwards it stands before another, or waits. */
export const doStep = (walk: Walk, step: Step): void => {
  switch (step.do) {
    case 'WAIT':
      return arriveAtWait(walk, step);
    case 'CONDITION':
      return choose(walk, step);
    case 'BRANCH':
      return branch(walk, step);
    case 'MAKE_PHONE_CALL':
      return placeCall(walk, step, 0);
    default:
      if (isSend(step)) send(walk, step);
      else giveTask(walk, step);
      return goPast(walk, step.id);
  }
};
