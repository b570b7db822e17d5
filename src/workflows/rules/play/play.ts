import type { Subject } from '../subject.ts';
import { answer, type Answer } from './answer.ts';
import { goOn, settle } from './go-on.ts';
import { happen, type Happening } from './happening.ts';
import { beginWorld, copyOf, type Staging, type World } from './world.ts';

/** What somebody who plays does. */
export type Act =
  | { act: 'go-on' }
  | { act: 'answer'; key: string; answer: Answer }
  | { act: 'happen'; happening: Happening }
  /** lets time go by, as far as nothing happens by itself */
  | { act: 'wait'; until: string };

/** The first moment, with everything that is done at once. */
export const beginPlay = (staging: Staging, subject: Subject, now: Temporal.Instant): World => {
  const world = beginWorld(staging, subject, now);
  settle(staging, world);
  return world;
};

/** One act: the world afterwards. The same acts lead to the same world. */
export const play = (staging: Staging, before: World, act: Act): World => {
  const world = copyOf(before);
  switch (act.act) {
    case 'go-on':
      goOn(staging, world);
      return world;
    case 'answer':
      answer(staging, world, act.key, act.answer);
      break;
    case 'happen':
      happen(staging.definition, world, act.happening);
      break;
    case 'wait':
      world.now = Temporal.Instant.from(act.until);
  }
  settle(staging, world);
  return world;
};
