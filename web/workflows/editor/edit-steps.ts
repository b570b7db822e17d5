import { mapSteps } from '../../../src/workflows/rules/map-steps.ts';
import { isGroup, type RuleGroup } from '../../../src/workflows/rules/rule-tree.ts';
import type { Step } from '../../../src/workflows/rules/steps.ts';

/** A way out of a step that holds others: of a condition, or a branch by its number. */
export type Way = 'yes' | 'no' | 'otherwise' | number;
/** A list of steps: that of the workflow (null), or one inside of a step. */
export type ListAddress = { step: string; way: Way } | null;
/** Between the steps of a list: before the one that stands at `index`. */
export interface Place {
  list: ListAddress;
  index: number;
}

type List = { address: ListAddress; steps: readonly Step[] };

export const waysOf = (step: Step): Way[] => {
  if (step.do === 'CONDITION') return ['yes', 'no'];
  return step.do === 'BRANCH' ? [...step.branches.keys(), 'otherwise'] : [];
};

export const stepsOfWay = (step: Step, way: Way): readonly Step[] => {
  if (step.do === 'CONDITION' && (way === 'yes' || way === 'no')) return step[way];
  if (step.do !== 'BRANCH') return [];
  return typeof way === 'number' ? (step.branches[way]?.steps ?? []) : step.otherwise;
};

const withWay = (step: Step, way: Way, steps: Step[]): Step => {
  if (step.do === 'CONDITION' && (way === 'yes' || way === 'no')) return { ...step, [way]: steps };
  if (step.do !== 'BRANCH') return step;
  if (typeof way !== 'number') return { ...step, otherwise: steps };
  return {
    ...step,
    branches: step.branches.map((branch, index) => (index === way ? { ...branch, steps } : branch)),
  };
};

/** All lists, each before those inside of its steps. */
const listsOf = (steps: readonly Step[], address: ListAddress = null): List[] => [
  { address, steps },
  ...steps.flatMap((step) =>
    waysOf(step).flatMap((way) => listsOf(stepsOfWay(step, way), { step: step.id, way })),
  ),
];

/** Every step, in the order in which they are read. */
export const allSteps = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step) => [step, ...waysOf(step).flatMap((way) => allSteps(stepsOfWay(step, way)))]);

export const findStep = (steps: readonly Step[], id: string): Step | undefined =>
  allSteps(steps).find((step) => step.id === id);

export const placeOf = (steps: readonly Step[], id: string): Place | null => {
  for (const { address, steps: inside } of listsOf(steps)) {
    const index = inside.findIndex((step) => step.id === id);
    if (index >= 0) return { list: address, index };
  }
  return null;
};

/** What did not change stays the very same object: only what did is drawn anew. */
const changeList = (
  steps: readonly Step[],
  address: ListAddress,
  change: (steps: readonly Step[]) => Step[],
): Step[] => {
  if (address === null) return change(steps);
  return steps.map((step) => {
    if (step.id === address.step) return withWay(step, address.way, change(stepsOfWay(step, address.way)));
    return waysOf(step).reduce<Step>((now, way) => {
      const inside = stepsOfWay(step, way);
      const changed = changeList(inside, address, change);
      return changed.every((one, index) => one === inside[index]) ? now : withWay(now, way, changed);
    }, step);
  });
};

export const insertStep = (steps: readonly Step[], { list, index }: Place, step: Step): Step[] =>
  changeList(steps, list, (inside) => inside.toSpliced(index, 0, step));

/** Several, one behind the other. */
export const insertSteps = (steps: readonly Step[], { list, index }: Place, added: readonly Step[]): Step[] =>
  changeList(steps, list, (inside) => inside.toSpliced(index, 0, ...added));

export const removeStep = (steps: readonly Step[], id: string): Step[] => {
  const place = placeOf(steps, id);
  return place === null
    ? [...steps]
    : changeList(steps, place.list, (inside) => inside.toSpliced(place.index, 1));
};

/** What was removed, where it was; at the end, where its list is gone by now. */
export const putBack = (steps: readonly Step[], place: Place, step: Step): Step[] => {
  if (findStep(steps, step.id) !== undefined) return [...steps];
  const isListThere = place.list === null || findStep(steps, place.list.step) !== undefined;
  return insertStep(steps, isListThere ? place : { list: null, index: steps.length }, step);
};

/** The step itself; what it holds comes with the new one. */
export const replaceStep = (steps: readonly Step[], id: string, step: Step): Step[] => {
  const place = placeOf(steps, id);
  return place === null
    ? [...steps]
    : changeList(steps, place.list, (inside) => inside.with(place.index, step));
};

const isInside = (step: Step, list: ListAddress): boolean =>
  list !== null && allSteps([step]).some(({ id }) => id === list.step);

const isSamePlace = (one: Place, other: Place): boolean =>
  one.index === other.index && one.list?.step === other.list?.step && one.list?.way === other.list?.way;

/** @returns null where it would change nothing: it stands there, or would stand inside of itself */
export const moveStep = (steps: readonly Step[], id: string, to: Place): Step[] | null => {
  const from = placeOf(steps, id);
  const step = findStep(steps, id);
  if (from === null || step === undefined || isInside(step, to.list)) return null;
  const sameList = isSamePlace({ ...from, index: 0 }, { ...to, index: 0 });
  // Its own place closes behind it.
  const index = sameList && to.index > from.index ? to.index - 1 : to.index;
  if (sameList && index === from.index) return null;
  return insertStep(removeStep(steps, id), { list: to.list, index }, step);
};

/** Every place a step can stand at, from top to bottom. */
export const allPlaces = (steps: readonly Step[], list: ListAddress = null): Place[] => [
  ...steps.flatMap((step, index) => [
    { list, index },
    ...waysOf(step).flatMap((way) => allPlaces(stepsOfWay(step, way), { step: step.id, way })),
  ]),
  { list, index: steps.length },
];

/** One place up or down, into and out of the ways that are passed. @returns null at the end */
export const nudgeStep = (steps: readonly Step[], id: string, by: 1 | -1): Step[] | null => {
  const from = placeOf(steps, id);
  const step = findStep(steps, id);
  if (from === null || step === undefined) return null;
  const without = removeStep(steps, id);
  const places = allPlaces(without);
  const to = places[places.findIndex((place) => isSamePlace(place, from)) + by];
  return to === undefined ? null : insertStep(without, to, step);
};

const renameIn = (group: RuleGroup, ids: ReadonlyMap<string, string>): RuleGroup => ({
  ...group,
  rules: group.rules.map((rule) => {
    if (isGroup(rule)) return renameIn(rule, ids);
    const renamed = rule.field.startsWith('steps.') ? ids.get(rule.field.slice('steps.'.length)) : undefined;
    return renamed === undefined ? rule : { ...rule, field: `steps.${renamed}` };
  }),
});

const renameStep = (step: Step, ids: ReadonlyMap<string, string>): Step => {
  const named = { ...step, id: ids.get(step.id) ?? step.id };
  if (named.do === 'WAIT')
    return named.asSoonAs ? { ...named, asSoonAs: renameIn(named.asSoonAs, ids) } : named;
  if (named.do === 'CONDITION') return { ...named, if: renameIn(named.if, ids) };
  if (named.do !== 'BRANCH') return named;
  const branches = named.branches.map((branch) =>
    branch.if ? { ...branch, if: renameIn(branch.if, ids) } : branch,
  );
  return { ...named, branches };
};

/** The same steps as new ones. Conditions among them that ask about one of the originals ask about its copy. */
export const copiesOf = (steps: readonly Step[], newId: (step: Step) => string): Step[] => {
  const ids = new Map(allSteps(steps).map((one) => [one.id, newId(one)]));
  return mapSteps(steps, (one) => renameStep(one, ids));
};

/** A copy right behind the step, with all inside of it. */
export const duplicateStep = (
  steps: readonly Step[],
  id: string,
  newId: (step: Step) => string,
): { steps: Step[]; copy: Step } | null => {
  const place = placeOf(steps, id);
  const step = findStep(steps, id);
  if (place === null || step === undefined) return null;
  const copy = copiesOf([step], newId)[0]!;
  return { steps: insertStep(steps, { ...place, index: place.index + 1 }, copy), copy };
};
