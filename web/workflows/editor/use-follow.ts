import { useReactFlow } from '@xyflow/react';
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import type { Row } from './layout-steps.ts';

const edge = 8;
/** What adds a step behind it stands there. */
const below = 36;

/** Keeps what is chosen in sight, with what adds a step behind it, and lets the focus go along where the keyboard chose it. */
export const useFollow = (
  box: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  chosen: string,
): { follow: () => void } => {
  const { getViewport, setViewport } = useReactFlow();
  const following = useRef(false);
  const reveal = useEffectEvent((id: string) => {
    const row = rows.find((each) => each.id === id);
    const height = box.current?.clientHeight ?? 0;
    if (row === undefined || height === 0) return;
    const { x, y, zoom } = getViewport();
    const [top, bottom] = [row.y * zoom + y, (row.y + row.height + below) * zoom + y];
    if (top < edge || bottom > height - edge)
      void setViewport({ x, y: Math.round(height / 3 - row.y * zoom), zoom });
  });
  useEffect(() => reveal(chosen), [chosen]);
  // After whatever was drawn: the step may have moved without being another.
  useEffect(() => {
    if (!following.current) return;
    following.current = false;
    const button = [...(box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(
      (each) => each.dataset['row'] === chosen,
    );
    button?.focus({ preventScroll: true });
    reveal(chosen);
  });
  return {
    follow: () => {
      following.current = true;
    },
  };
};
