import type { Node } from '@xyflow/react';
import type { Advice } from '../../../src/workflows/rules/advice/advice.ts';
import type { DefinitionFault } from '../../../src/workflows/rules/definition-fault.ts';
import type { Row } from './layout-steps.ts';

type NodeData = {
  row: Row;
  chosen: boolean;
  faults: readonly DefinitionFault[];
  advice: readonly Advice[];
};
export type RowNode = Node<NodeData>;

const noFaults: readonly DefinitionFault[] = [];
const noAdvice: readonly Advice[] = [];

const nodeOf = (row: Row, outer: Row | undefined, data: NodeData, draggable: boolean): RowNode => ({
  id: row.id,
  type: row.kind,
  position: { x: row.x - (outer?.x ?? 0), y: row.y - (outer?.y ?? 0) },
  ...(outer === undefined ? {} : { parentId: outer.id }),
  width: row.width,
  height: row.height,
  measured: { width: row.width, height: row.height },
  draggable: draggable && row.kind === 'step',
  style: { pointerEvents: 'all' },
  ariaRole: 'listitem',
  domAttributes: { 'aria-roledescription': undefined },
  data,
});

const sameBox = (one: Row, other: Row): boolean =>
  one.kind === other.kind &&
  one.x === other.x &&
  one.y === other.y &&
  one.width === other.width &&
  one.inside === other.inside;

/** Whether it looks the same, wherever it stands. */
export const looksSame = (one: NodeData, other: NodeData): boolean => {
  const [a, b] = [one.row, other.row];
  if (
    one.chosen !== other.chosen ||
    one.faults !== other.faults ||
    one.advice !== other.advice ||
    a.width !== b.width
  )
    return false;
  if (a.kind === 'step' && b.kind === 'step')
    return (
      a.step === b.step &&
      a.number === b.number &&
      a.of === b.of &&
      a.position === b.position &&
      a.folded === b.folded
    );
  if (a.kind === 'way' && b.kind === 'way') return a.step === b.step && a.way === b.way;
  // Its name is made of what is above it.
  if (a.kind === 'slot' && b.kind === 'slot') return a.after === b.after && a.outer === b.outer;
  return a.kind === b.kind;
};

export interface Drawing {
  rows: readonly Row[];
  faults: readonly DefinitionFault[];
  advice: readonly Advice[];
  chosen: string;
  draggable: boolean;
}

/** Chosen itself, or a slot beside what is chosen: those are what the Tab key comes to. */
const isNear = (row: Row, chosen: string): boolean =>
  row.id === chosen ||
  (row.kind === 'slot' && (row.after === chosen || (row.outer?.id === chosen && row.place.index === 0)));

/** The detail of a fault is not shown here. */
const sameCodes = (one: readonly { code: string }[], other: readonly { code: string }[]): boolean =>
  one.length === other.length && one.every((fault, index) => fault.code === other[index]?.code);

const toNodes = (
  { rows, faults, advice, chosen, draggable }: Drawing,
  before: readonly RowNode[],
): RowNode[] => {
  const known = new Map(before.map((node) => [node.id, node]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const faultsOf = Map.groupBy(faults, ({ step }) => step);
  const adviceOf = Map.groupBy(advice, ({ step }) => step);
  return rows.map((row) => {
    const old = known.get(row.id);
    const about = row.kind === 'step' ? row.id : null;
    const isTold = row.kind === 'step' || row.kind === 'begin';
    const wrong = (isTold && faultsOf.get(about)) || noFaults;
    const advised = (isTold && adviceOf.get(about)) || noAdvice;
    const data = {
      row,
      chosen: isNear(row, chosen),
      faults: old !== undefined && sameCodes(old.data.faults, wrong) ? old.data.faults : wrong,
      advice: old !== undefined && sameCodes(old.data.advice, advised) ? old.data.advice : advised,
    };
    const outer = row.inside === null ? undefined : byId.get(row.inside);
    const isSame =
      old !== undefined &&
      old.draggable === (draggable && row.kind === 'step') &&
      sameBox(old.data.row, row) &&
      looksSame(old.data, data);
    const outerMoved = outer !== undefined && known.get(outer.id)?.data.row.y !== outer.y;
    return isSame && !outerMoved ? old : nodeOf(row, outer, data, draggable);
  });
};

/** The rows as nodes of the picture. Those that are as they were are the very same: they are not drawn again. */
export class Drawn {
  #nodes: readonly RowNode[] = [];

  renew = (drawing: Drawing): RowNode[] => {
    const nodes = toNodes(drawing, this.#nodes);
    this.#nodes = nodes;
    return nodes;
  };
}
