import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { stepMinutes } from './calendar-columns.ts';

const kind = 'appointment';
const textIn = (data: Record<string | symbol, unknown>, name: string): string =>
  typeof data[name] === 'string' ? data[name] : '';
const numberIn = (data: Record<string | symbol, unknown>, name: string): number =>
  typeof data[name] === 'number' ? data[name] : 0;

/** A block that can be picked up with the mouse. */
export const useDraggedAppointment = (
  id: string,
  enabled: boolean,
): { block: RefObject<HTMLButtonElement | null>; dragging: boolean } => {
  const block = useRef<HTMLButtonElement>(null);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const element = block.current;
    if (!enabled || element === null) return undefined;
    return draggable({
      element,
      // Where it was taken: what counts is its upper edge, not the mouse.
      getInitialData: ({ input }) => ({
        kind,
        id,
        grab: input.clientY - element.getBoundingClientRect().top,
      }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [id, enabled]);
  return { block, dragging };
};

interface DropOptions {
  enabled: boolean;
  /** minute of the column's upper edge */
  from: number;
  pixelsPerMinute: number;
  onDrop: (id: string, minute: number) => void;
}

/** A column onto which blocks are dropped; `over` is the minute at which a held one would begin. */
export const useDropColumn = ({ enabled, from, pixelsPerMinute, onDrop }: DropOptions) => {
  const column = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<number | null>(null);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const element = column.current;
    if (!enabled || element === null) return undefined;
    const minuteAt = (clientY: number, grab: number): number => {
      const y = clientY - grab - element.getBoundingClientRect().top;
      const steps = Math.round(y / pixelsPerMinute / stepMinutes);
      return Math.min(Math.max(from + steps * stepMinutes, 0), 24 * 60 - stepMinutes);
    };
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data['kind'] === kind,
      onDrag: ({ source, location }) =>
        setOver(minuteAt(location.current.input.clientY, numberIn(source.data, 'grab'))),
      onDragLeave: () => setOver(null),
      onDrop: ({ source, location }) => {
        setOver(null);
        drop(
          textIn(source.data, 'id'),
          minuteAt(location.current.input.clientY, numberIn(source.data, 'grab')),
        );
      },
    });
  }, [enabled, from, pixelsPerMinute]);
  return { column, over };
};
