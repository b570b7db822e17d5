import type { Step } from '../../../src/workflows/rules/steps.ts';
import { allSteps, stepsOfWay, waysOf, type ListAddress, type Place, type Way } from './edit-steps.ts';

/** In pixels, on the 4-pixel grid. */
const heights = { begin: 64, step: 60, way: 36, slot: 32, end: 60 } as const;
const indent = 36;
/** From the left edge of a row to the line that joins it to the next one: the middle of its icon. */
export const lineAt = 28;
/** Nested deeper, a row grows no narrower than this. */
const narrowest = 220;

interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** the step that it moves with */
  inside: string | null;
  depth: number;
}
export type Row = Box &
  (
    | { kind: 'begin' }
    | { kind: 'end' }
    | { kind: 'step'; step: Step; number: number; of: number; position: number; folded: boolean }
    | { kind: 'way'; step: Step; way: Way }
    | { kind: 'slot'; place: Place; after: string; outer: Step | null }
  );
export type StepRow = Extract<Row, { kind: 'step' }>;
export type SlotRow = Extract<Row, { kind: 'slot' }>;
type Drawn = Row extends infer Each ? (Each extends Row ? Omit<Each, keyof Box> : never) : never;

export interface Line {
  id: string;
  from: string;
  to: string;
  /** down to the next one, or in to a way of the step */
  goes: 'down' | 'in';
}

export interface Layout {
  rows: Row[];
  lines: Line[];
  height: number;
}

export const beginId = '@begin';
export const endId = '@end';
const wayId = (step: string, way: Way): string => `@way:${step}:${way}`;
const slotId = ({ list, index }: Place): string =>
  list === null ? `@slot:${index}` : `@slot:${list.step}:${list.way}:${index}`;

/**
 * Where everything stands in the picture: one thing below the other, what is nested stands in by a step. Nothing is
 * measured, so the picture of any workflow is known at once.
 */
export const layoutSteps = (
  steps: readonly Step[],
  folded: ReadonlySet<string>,
  fullWidth: number,
): Layout => {
  const rows: Row[] = [];
  const lines: Line[] = [];
  let [y, number] = [0, 0];

  const draw = (id: string, depth: number, inside: string | null, drawn: Drawn): void => {
    const height = heights[drawn.kind];
    const width = Math.max(narrowest, fullWidth - depth * indent);
    rows.push({ id, x: depth * indent, y, width, height, inside, depth, ...drawn });
    y += height;
  };
  const join = (from: string, to: string, goes: Line['goes'] = 'down'): void => {
    lines.push({ id: `${from} ${to}`, from, to, goes });
  };
  /** @returns what the line goes on from */
  const drawList = (
    list: readonly Step[],
    { address, outer }: { address: ListAddress; outer: Step | null },
    depth: number,
    above: string,
  ): string => {
    const slot = (index: number, after: string): void => {
      const place = { list: address, index };
      draw(slotId(place), depth, outer?.id ?? null, { kind: 'slot', place, after, outer });
    };
    slot(0, above);
    let last = above;
    for (const [index, step] of list.entries()) {
      join(last, step.id);
      last = step.id;
      drawStep(step, index, list.length, address, depth);
      slot(index + 1, step.id);
    }
    return last;
  };
  const drawStep = (step: Step, index: number, of: number, address: ListAddress, depth: number): void => {
    number += 1;
    const isFolded = folded.has(step.id) && waysOf(step).length > 0;
    draw(step.id, depth, address?.step ?? null, {
      kind: 'step',
      step,
      number,
      of,
      position: index + 1,
      folded: isFolded,
    });
    for (const way of waysOf(step)) {
      const inside = stepsOfWay(step, way);
      if (isFolded) {
        number += countIn(inside);
        continue;
      }
      const id = wayId(step.id, way);
      draw(id, depth + 1, step.id, { kind: 'way', step, way });
      join(step.id, id, 'in');
      drawList(inside, { address: { step: step.id, way }, outer: step }, depth + 1, id);
    }
  };

  draw(beginId, 0, null, { kind: 'begin' });
  const last = drawList(steps, { address: null, outer: null }, 0, beginId);
  draw(endId, 0, null, { kind: 'end' });
  join(last, endId);
  return { rows, lines, height: y };
};

/** How many steps there are, with those inside of them. */
export const countIn = (steps: readonly Step[]): number => allSteps(steps).length;

/** The slot that something dropped with its corner here belongs into. */
export const slotAt = (
  rows: readonly Row[],
  at: { x: number; y: number },
  takes: (place: Place) => boolean,
): SlotRow | null => {
  let [best, shortest] = [null as SlotRow | null, Infinity];
  for (const row of rows) {
    if (row.kind !== 'slot' || !takes(row.place)) continue;
    // Up and down says where, to the side only into which of neighbouring lists.
    const distance = Math.abs(row.y - at.y) + Math.abs(row.x - at.x) / 2;
    if (distance < shortest) [best, shortest] = [row, distance];
  }
  return best;
};
