import { useReactFlow } from '@xyflow/react';
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { dragByTouch } from './touch-drag.ts';
import type { RowNode } from './to-nodes.ts';
import type { Drag } from './use-drag.ts';

type Point = RowNode['position'];
interface Carried {
  id: string;
  /** from the finger to the step's corner, in the picture's own measure */
  grip: Point;
  finger: Point;
}

/** So near to the edge, in pixels, a finger that holds a step moves the picture on. */
const edge = 56;
const pixelsPerFrame = 7;

/** Steps are dragged by touch: a finger rests on one, then takes it along. */
export const useTouchDrag = (
  box: RefObject<HTMLElement | null>,
  { nodes, hold, drop, letGo }: Drag,
  isTouched: boolean,
): void => {
  const { screenToFlowPosition, getViewport, setViewport } = useReactFlow();
  const carried = useRef<Carried | null>(null);
  const heldAt = ({ id, grip }: Carried, finger: Point) => {
    const { x, y } = screenToFlowPosition(finger, { snapToGrid: false });
    return { id, position: { x: x + grip.x, y: y + grip.y } };
  };
  const lift = useEffectEvent((id: string, finger: Point) => {
    const node = nodes.find((each) => each.id === id);
    if (node === undefined) return;
    const at = screenToFlowPosition(finger, { snapToGrid: false });
    const grip = { x: node.position.x - at.x, y: node.position.y - at.y };
    carried.current = { id, grip, finger };
    if ('vibrate' in navigator) navigator.vibrate(10);
    hold({ id, position: node.position });
  });
  const carry = useEffectEvent((finger: Point) => {
    if (carried.current === null) return;
    carried.current.finger = finger;
    hold(heldAt(carried.current, finger));
  });
  const end = useEffectEvent((finger: Point | null) => {
    const last = carried.current;
    carried.current = null;
    if (last === null) return;
    if (finger === null) letGo();
    else drop(heldAt(last, finger));
  });
  const scroll = useEffectEvent(() => {
    const bounds = box.current?.getBoundingClientRect();
    if (carried.current === null || bounds === undefined) return;
    const { y } = carried.current.finger;
    const by = y < bounds.top + edge ? pixelsPerFrame : y > bounds.bottom - edge ? -pixelsPerFrame : 0;
    if (by === 0) return;
    const viewport = getViewport();
    void setViewport({ ...viewport, y: viewport.y + by });
    hold(heldAt(carried.current, carried.current.finger));
  });
  useEffect(() => {
    const picture = box.current;
    if (!isTouched || picture === null) return undefined;
    let frame = 0;
    const onFrame = (): void => {
      scroll();
      if (carried.current !== null) frame = requestAnimationFrame(onFrame);
    };
    const stop = dragByTouch(picture, {
      lift: (id, at) => {
        lift(id, at);
        frame = requestAnimationFrame(onFrame);
      },
      carry,
      drop: end,
      letGo: () => end(null),
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [box, isTouched]);
};
