import type { NodeChange } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { DropTarget } from './drop-target.ts';
import { allSteps, findStep } from './edit-steps.ts';
import type { Editing } from './editing.ts';
import { slotAt, type Row } from './layout-steps.ts';
import type { RowNode } from './to-nodes.ts';

type Held = Pick<RowNode, 'id' | 'position'>;

export interface Drag {
  /** the nodes, with the one that is dragged where it is held */
  nodes: RowNode[];
  target: DropTarget;
  onNodesChange: (changes: NodeChange<RowNode>[]) => void;
  onNodeDrag: (event: unknown, node: RowNode) => void;
  onNodeDragStop: (event: unknown, node: RowNode) => void;
  /** The same by touch, where the picture does not drag by itself. */
  hold: (held: Held) => void;
  drop: (held: Held) => void;
  /** Back to where it was. */
  letGo: () => void;
}

/** A step that is dragged goes between two others. While it is held only its own place changes. */
export const useDrag = (drawn: RowNode[], rows: readonly Row[], editing: Editing): Drag => {
  const [held, setHeld] = useState<Held | null>(null);
  const [target] = useState(() => new DropTarget());
  const nodes = useMemo(
    () =>
      held === null
        ? drawn
        : drawn.map((node) =>
            node.id === held.id
              ? { ...node, position: held.position, dragging: true, className: 'dragging' }
              : node,
          ),
    [drawn, held],
  );
  const slotUnder = ({ id, position }: Held) => {
    const step = findStep(editing.definition.steps, id);
    const own = new Set(step === undefined ? [] : allSteps([step]).map((inside) => inside.id));
    const inside = rows.find((row) => row.id === id)?.inside ?? null;
    const outer = rows.find((row) => row.id === inside);
    const corner = { x: position.x + (outer?.x ?? 0), y: position.y + (outer?.y ?? 0) + 14 };
    return slotAt(rows, corner, ({ list }) => list === null || !own.has(list.step));
  };
  const letGo = (): void => {
    setHeld(null);
    target.set(null);
  };
  const drop = (node: Held): void => {
    const slot = slotUnder(node);
    letGo();
    if (slot !== null) editing.move(node.id, slot.place);
  };
  return {
    nodes,
    target,
    onNodesChange: (changes) => {
      for (const change of changes)
        if (change.type === 'position' && change.dragging === true && change.position !== undefined)
          setHeld({ id: change.id, position: change.position });
    },
    onNodeDrag: (_, node) => target.set(slotUnder(node)?.id ?? null),
    onNodeDragStop: (_, node) => drop(node),
    hold: (node) => {
      setHeld(node);
      target.set(slotUnder(node)?.id ?? null);
    },
    drop,
    letGo,
  };
};
