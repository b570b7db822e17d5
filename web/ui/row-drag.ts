import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { attachInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item/attach-instruction';
import { extractInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item/extract-instruction';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';

export type DropSide = 'before' | 'after' | 'into';

interface RowDragOptions {
  /** Rows of other lists are neither taken nor given. */
  list: string;
  id: string;
  /** False for those who may look only. */
  enabled: boolean;
  /** Where this row takes that one; [] = nowhere. */
  takes: (dragged: string) => readonly DropSide[];
  onDrop: (dragged: string, side: DropSide) => void;
}

export interface RowDrag {
  row: RefObject<HTMLDivElement | null>;
  handle: RefObject<HTMLButtonElement | null>;
  dragging: boolean;
  /** where a row that is held over this one would go */
  over: DropSide | null;
}

const sideOf = { 'reorder-before': 'before', 'reorder-after': 'after', combine: 'into' } as const;

const sideIn = (data: Record<string | symbol, unknown>): DropSide | null => {
  const instruction = extractInstruction(data);
  return instruction === null || instruction.blocked ? null : sideOf[instruction.operation];
};

const idOf = (data: Record<string | symbol, unknown>): string =>
  typeof data['id'] === 'string' ? data['id'] : '';

/** A row that is dragged by its handle, and onto which rows of the same list are dropped. */
export const useRowDrag = ({ list, id, enabled, takes, onDrop }: RowDragOptions): RowDrag => {
  const row = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const [dragging, setDragging] = useState(false);
  const [over, setOver] = useState<DropSide | null>(null);
  const sidesFor = useEffectEvent(takes);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const element = row.current;
    if (!enabled || element === null) return undefined;
    const availability = (dragged: string, side: DropSide) =>
      sidesFor(dragged).includes(side) ? 'available' : 'not-available';
    return combine(
      draggable({
        element,
        ...(handle.current === null ? {} : { dragHandle: handle.current }),
        getInitialData: () => ({ list, id }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) =>
          source.data['list'] === list && source.data['id'] !== id && sidesFor(idOf(source.data)).length > 0,
        getData: ({ input, source }) =>
          attachInstruction(
            { id },
            {
              element,
              input,
              operations: {
                'reorder-before': availability(idOf(source.data), 'before'),
                'reorder-after': availability(idOf(source.data), 'after'),
                combine: availability(idOf(source.data), 'into'),
              },
            },
          ),
        onDrag: ({ self }) => setOver(sideIn(self.data)),
        onDragLeave: () => setOver(null),
        onDrop: ({ self, source }) => {
          setOver(null);
          const side = sideIn(self.data);
          if (side !== null) drop(idOf(source.data), side);
        },
      }),
    );
  }, [enabled, list, id]);
  return { row, handle, dragging, over };
};
