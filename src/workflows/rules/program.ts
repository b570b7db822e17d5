import type { Definition } from './definition.ts';
import { fieldsIn } from './rule-tree.ts';
import { groupsIn, listsIn, type Step } from './steps.ts';

type Place = {
  step: Step;
  /** what comes after it and all inside of it; null: the end */ next: string | null;
};

/** A definition made ready for walking: each step by its id, and what follows it. */
export type Program = {
  first: string | null;
  places: ReadonlyMap<string, Place>;
  /** every field that its conditions read: nothing else need be loaded */
  asks: ReadonlySet<string>;
};

const place = (steps: Step[], after: string | null, places: Map<string, Place>): string | null => {
  steps.forEach((step, index) => {
    const next = steps[index + 1]?.id ?? after;
    places.set(step.id, { step, next });
    for (const list of listsIn(step)) place(list, next, places);
  });
  return steps[0]?.id ?? after;
};

const build = ({ trigger, exits, steps }: Definition): Program => {
  const places = new Map<string, Place>();
  const first = place(steps, null, places);
  const groups = [
    ...(trigger.filter ? [trigger.filter] : []),
    ...exits.flatMap((exit) => (exit.when === 'condition' ? [exit.if] : [])),
    ...[...places.values()].flatMap(({ step }) => groupsIn(step)),
  ];
  return { first, places, asks: new Set(groups.flatMap(fieldsIn)) };
};

/** Built once for each definition in memory: a batch walks hundreds of instances through the same one. */
const built = new WeakMap<Definition, Program>();

export const programOf = (definition: Definition): Program => {
  const known = built.get(definition);
  if (known) return known;
  const program = build(definition);
  built.set(definition, program);
  return program;
};
