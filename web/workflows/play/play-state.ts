import type { EventKind } from '../../../src/events/rules/event-kinds.ts';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { Answer } from '../../../src/workflows/rules/play/answer.ts';
import { familyOf } from '../../../src/workflows/rules/play/family.ts';
import { gateVerdict } from '../../../src/workflows/rules/play/gate-verdict.ts';
import { isOver, openContacts } from '../../../src/workflows/rules/play/go-on.ts';
import { keptByNumber } from '../../../src/workflows/rules/play/number-pace.ts';
import { beginPlay, play, type Act } from '../../../src/workflows/rules/play/play.ts';
import type { KnownPerson, KnownVisit } from '../../../src/workflows/rules/play/scene-view.ts';
import { setScene } from '../../../src/workflows/rules/play/set-scene.ts';
import type { Entry, Staging, World } from '../../../src/workflows/rules/play/world.ts';
import type { CallOutcome } from '../../../src/workflows/rules/steps.ts';

/** What is played: with whom, from when on, and how calls end when nobody says otherwise. */
export type Setting = {
  person: KnownPerson;
  kind: EventKind | null;
  visit: KnownVisit | null;
  start: Temporal.Instant;
  calls: CallOutcome;
};

/** Where a play stands: every world on the way, and how many lines of the last one's story are shown. */
export type Played = { staging: Staging; worlds: { world: World; shown: number }[] };

/** What stands in the story for itself: what a contact says of itself is not said again by its step. */
const isTold = (entry: Entry): boolean => {
  if (entry.told === 'answer') return entry.byHand || entry.contact.effect.effect === 'place-call';
  return (
    entry.told !== 'step' || entry.execution.key === null || entry.execution.detail['until'] !== undefined
  );
};

export const toldOf = ({ story }: World): Entry[] => story.filter(isTold);

export const lastOf = ({ worlds }: Played): { world: World; shown: number } => worlds.at(-1)!;

export const begin = (definition: Definition, { person, kind, visit, start, calls }: Setting): Played => {
  const scene = setScene(person, kind, visit);
  const staging: Staging = {
    definition,
    ids: { instanceId: 'play', workflowId: 'play' },
    verdict: gateVerdict(definition, scene, {
      family: familyOf(definition, person, kind, start),
      number: (contact, world) => keptByNumber(person, contact, world),
    }),
    calls,
  };
  return { staging, worlds: [{ world: beginPlay(staging, scene.subject, start), shown: 0 }] };
};

const most = 1000;

/** One line more. What follows by itself is worked out when all that is known is told. */
export const next = (played: Played): Played => {
  let { world, shown } = lastOf(played);
  for (let turns = 0; shown >= toldOf(world).length; turns += 1) {
    if (isOver(world) || turns > most) return played;
    world = play(played.staging, world, { act: 'go-on' });
  }
  shown += 1;
  return { ...played, worlds: [...played.worlds, { world, shown }] };
};

export const toTheEnd = (played: Played): Played => {
  let { world } = lastOf(played);
  for (let turns = 0; !isOver(world) && turns < most; turns += 1)
    world = play(played.staging, world, { act: 'go-on' });
  return { ...played, worlds: [...played.worlds, { world, shown: toldOf(world).length }] };
};

export const back = (played: Played): Played =>
  played.worlds.length > 1 ? { ...played, worlds: played.worlds.slice(0, -1) } : played;

/** Something is done by hand: everything that was known before it is told, and what was done itself. */
const doing = (played: Played, act: Act): Played => {
  const before = lastOf(played).world;
  const world = play(played.staging, before, act);
  const shown = Math.min(toldOf(before).length + 1, toldOf(world).length);
  return { ...played, worlds: [...played.worlds, { world, shown }] };
};

export const give = (played: Played, key: string, said: Answer): Played =>
  doing(played, { act: 'answer', key, answer: said });

export const perform = doing;

/** Whether everything is told that happens before somebody answers or time goes by. */
export const isToldWhole = ({ world, shown }: { world: World; shown: number }): boolean =>
  shown >= toldOf(world).length;

export const isFinished = (played: Played): boolean => {
  const last = lastOf(played);
  return isToldWhole(last) && isOver(last.world);
};

/** Rings, and waits for somebody to say how it ends. */
export const isRinging = ({ world }: { world: World }): boolean =>
  openContacts(world).some(({ effect }) => effect.effect === 'place-call');

/** The step of the last line that is about one. */
export const litIn = ({ world, shown }: { world: World; shown: number }): string | null => {
  for (const entry of toldOf(world).slice(0, shown).toReversed()) {
    if (entry.told === 'step' && entry.execution.step !== null) return entry.execution.step;
    if (entry.told === 'task') return entry.effect.step;
    if (entry.told === 'contact' || entry.told === 'answer') return entry.contact.step;
  }
  return null;
};
