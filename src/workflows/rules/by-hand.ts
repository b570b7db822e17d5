import { isTask, giveTask } from './do-step.ts';
import type { Hand } from './fact.ts';
import { isSend, sendAgain } from './send.ts';
import { goPast, goTo, tell, type Walk } from './walk.ts';

/** The instance goes past the wait at which it stands, or calls again at once. */
export const waitedEnough = (walk: Walk, hand: Hand): void => {
  const { position } = walk.state;
  if (position?.doing !== 'waiting' && position?.doing !== 'calling-again') return;
  const step = walk.program.places.get(position.step)?.step;
  if (step === undefined) return;
  tell(walk, step, 'done', { reason: 'went-on-by-hand', detail: hand });
  if (position.doing === 'waiting') goPast(walk, step.id);
  else walk.state.position = { ...position, until: walk.now.toString() };
};

/**
 * A step that came to nothing is done once more. Messages and tasks go beside what the instance does meanwhile; a call
 * is what the instance itself is at, so it goes back to it as another round, and does again what follows.
 */
export const doAgain = (walk: Walk, { step: id, hand }: { step: string; hand: Hand }): void => {
  const { state } = walk;
  const step = walk.program.places.get(id)?.step;
  if (step === undefined || state.status === 'exited') return;
  tell(walk, step, 'chosen', { reason: 'again-by-hand', detail: hand });
  if (isSend(step)) return sendAgain(walk, step);
  if (isTask(step)) return giveTask(walk, step);
  if (step.do !== 'MAKE_PHONE_CALL') return;
  walk.effects.push({ effect: 'withdraw' });
  state.round += 1;
  goTo(walk, step.id);
};
