import type { NodeChange } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { DropTarget } from './drop-target.ts';
import { allSteps, findStep } from './edit-steps.ts';
import type { Editing } from './editing.ts';
import { slotAt, type Row } from './layout-steps.ts';
import type { RowNode } from './to-nodes.ts';

interface Drag {
  /** the nodes, with the one that is dragged where it is held */
  nodes: RowNode[];
  target: DropTarget;
  onNodesChange: (changes: NodeChange<RowNode>[]) => void;
  onNodeDrag: (event: unknown, node: RowNode) => void;
  onNodeDragStop: (event: unknown, node: RowNode) => void;
}

/** A step that is dragged goes between two others. While it is held only its own place changes. */
export const useDrag = (drawn: RowNode[], rows: readonly Row[], editing: Editing): Drag => {
  const [held, setHeld] = useState<{ id: string; position: RowNode['position'] } | null>(null);
  const [target] = useState(() => new DropTarget());
  const nodes = useMemo(
    () =>
      held === null
        ? drawn
        : drawn.map((node) =>
            node.id === held.id ? { ...node, position: held.position, dragging: true } : node,
          ),
    [drawn, held],
  );
  const slotUnder = ({ id, position, parentId }: RowNode) => {
    const step = findStep(editing.definition.steps, id);
    const own = new Set(step === undefined ? [] : allSteps([step]).map((inside) => inside.id));
    const outer = rows.find((row) => row.id === parentId);
    const corner = { x: position.x + (outer?.x ?? 0), y: position.y + (outer?.y ?? 0) + 14 };
    return slotAt(rows, corner, ({ list }) => list === null || !own.has(list.step));
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
    onNodeDragStop: (_, node) => {
      const slot = slotUnder(node);
      setHeld(null);
      target.set(null);
      if (slot !== null) editing.move(node.id, slot.place);
    },
  };
};
