import type { Definition } from './definition.ts';
import { isSame } from './is-same.ts';
import { longestRising } from './longest-rising.ts';
import { stepAspects, type StepAspect } from './step-aspects.ts';
import { listsIn, type Step } from './steps.ts';

/** Where a step stands: in which list, and after which step of it. */
export type StepPlace = {
  /** the condition or branch that it is nested in; null: in none */
  within: Step | null;
  /** `yes`, `no`, `otherwise`, or the branch by its number; null outside */
  way: 'yes' | 'no' | 'otherwise' | number | null;
  /** null: first of its list */
  after: Step | null;
};

export type StepDifference =
  | { change: 'added'; step: Step; to: StepPlace }
  | { change: 'moved'; step: Step; from: StepPlace; to: StepPlace }
  | { change: 'changed'; before: Step; after: Step; aspects: StepAspect[] }
  | { change: 'removed'; step: Step; from: StepPlace };

const definitionParts = ['trigger', 'purpose', 'reentry', 'exits'] as const;
export type DefinitionPart = (typeof definitionParts)[number];

/** What is another in the later of two definitions. */
export type Comparison = { parts: DefinitionPart[]; steps: StepDifference[] };

type Way = { way: StepPlace['way']; /** the same list has the same name in both definitions */ list: string };
type Placed = { step: Step; place: StepPlace; list: string; index: number };

/** A branch is the one of its name before, or a renamed one in its old place, or a new one. */
const branchesBefore = (branches: readonly { name: string }[], before: Step | undefined): string[] => {
  if (before?.do !== 'BRANCH') return branches.map((_, index) => String(index));
  const names = before.branches.map(({ name }) => name);
  const now = branches.map(({ name }) => name);
  return branches.map(({ name }, index) => {
    const same = names.indexOf(name);
    if (same !== -1) return String(same);
    const there = names[index];
    return there === undefined || now.includes(there) ? `new ${index}` : String(index);
  });
};

/** One for each of `listsIn`. */
const waysOf = (step: Step, before: Step | undefined): Way[] => {
  if (step.do === 'CONDITION')
    return (['yes', 'no'] as const).map((way) => ({ way, list: `${step.id}/${way}` }));
  if (step.do !== 'BRANCH') return [];
  const named = branchesBefore(step.branches, before);
  return [
    ...named.map((name, way) => ({ way, list: `${step.id}/${name}` })),
    { way: 'otherwise', list: `${step.id}/otherwise` },
  ];
};

const top: Way = { way: null, list: '' };

/** All steps as they are read, each with its place. @param before the steps of the earlier definition */
const placesIn = (
  steps: readonly Step[],
  before: ReadonlyMap<string, Step>,
  within: Step | null = null,
  { way, list }: Way = top,
): Placed[] =>
  steps.flatMap((step, index) => {
    const ways = waysOf(step, before.get(step.id));
    const inside = listsIn(step).flatMap((nested, number) => placesIn(nested, before, step, ways[number]));
    return [{ step, place: { within, way, after: steps[index - 1] ?? null }, list, index }, ...inside];
  });

const byId = (places: readonly Placed[]): Map<string, Placed> =>
  new Map(places.map((placed) => [placed.step.id, placed]));

/** Of the steps that are in both: those that have to be taken elsewhere, as few as can be. */
const movedIn = (before: ReadonlyMap<string, Placed>, after: readonly Placed[]): Set<string> => {
  const kept = after.filter(({ step }) => before.has(step.id));
  const stays = new Set<string>();
  for (const siblings of Map.groupBy(kept, ({ list }) => list).values()) {
    const here = siblings.filter(({ step, list }) => before.get(step.id)!.list === list);
    const rising = longestRising(here.map(({ step }) => before.get(step.id)!.index));
    for (const index of rising) stays.add(here[index]!.step.id);
  }
  return new Set(kept.map(({ step }) => step.id)).difference(stays);
};

const ofOne = ({ step, place }: Placed, before: Placed | undefined, moved: boolean): StepDifference[] => {
  if (before === undefined) return [{ change: 'added', step, to: place }];
  const aspects = stepAspects(before.step, step);
  return [
    ...(moved ? [{ change: 'moved' as const, step, from: before.place, to: place }] : []),
    ...(aspects.length > 0
      ? [{ change: 'changed' as const, before: before.step, after: step, aspects }]
      : []),
  ];
};

/** What a definition has become, in the order in which the later one is read; what is gone stands last. */
export const compareDefinitions = (before: Definition, after: Definition): Comparison => {
  const earlier = placesIn(before.steps, new Map());
  const there = byId(earlier);
  const later = placesIn(after.steps, new Map(earlier.map(({ step }) => [step.id, step])));
  const moved = movedIn(there, later);
  const here = byId(later);
  return {
    parts: definitionParts.filter((part) => !isSame(before[part], after[part])),
    steps: [
      ...later.flatMap((placed) => ofOne(placed, there.get(placed.step.id), moved.has(placed.step.id))),
      ...earlier
        .filter(({ step }) => !here.has(step.id))
        .map(({ step, place }): StepDifference => ({ change: 'removed', step, from: place })),
    ],
  };
};
