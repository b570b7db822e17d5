interface Point {
  x: number;
  y: number;
}

/** What a step that is held by a finger does to the picture. Points are those of the screen. */
export interface TouchedPicture {
  /** The step is held, from here on. */
  lift: (id: string, at: Point) => void;
  carry: (at: Point) => void;
  drop: (at: Point) => void;
  letGo: () => void;
}

/** A finger that rests so long, in milliseconds, means the step and not the picture. */
const restsFor = 350;
/** In pixels: a finger at rest trembles. */
const trembles = 8;

type Touched =
  | { at: 'rest' }
  | { at: 'pressed'; id: string; from: Point; last: Point; timer: number }
  | { at: 'held' };

const pointOf = ({ clientX, clientY }: Touch): Point => ({ x: clientX, y: clientY });
const apart = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

/**
 * Drags steps by a finger that rests on one first; anything else that fingers do moves the picture, as before.
 * @returns stops it
 */
export const dragByTouch = (box: HTMLElement, picture: TouchedPicture): (() => void) => {
  let touched: Touched = { at: 'rest' };
  const rest = (): void => {
    if (touched.at === 'pressed') clearTimeout(touched.timer);
    touched = { at: 'rest' };
  };
  const liftPressed = (): void => {
    if (touched.at !== 'pressed') return;
    const { id, last } = touched;
    touched = { at: 'held' };
    picture.lift(id, last);
  };
  const onStart = (event: TouchEvent): void => {
    // A second finger pinches; what is held already stays held.
    if (touched.at === 'held') return;
    rest();
    const target = event.target instanceof Element ? event.target : null;
    const step = target?.closest('.nodrag') ? null : target?.closest<HTMLElement>('.react-flow__node-step');
    const id = step?.dataset['id'];
    const [first, second] = event.touches;
    if (id === undefined || first === undefined || second !== undefined) return;
    const from = pointOf(first);
    touched = { at: 'pressed', id, from, last: from, timer: window.setTimeout(liftPressed, restsFor) };
  };
  const onMove = (event: TouchEvent): void => {
    const [finger] = event.touches;
    if (finger === undefined || touched.at === 'rest') return;
    const at = pointOf(finger);
    if (touched.at === 'pressed') {
      touched.last = at;
      if (apart(at, touched.from) > trembles) rest();
      return;
    }
    // The picture below would move along.
    event.stopPropagation();
    event.preventDefault();
    picture.carry(at);
  };
  const onEnd = (event: TouchEvent): void => {
    const wasHeld = touched.at === 'held';
    if (wasHeld && event.touches.length > 0) return;
    rest();
    if (!wasHeld) return;
    // It was no tap: nothing is opened.
    event.preventDefault();
    const [finger] = event.changedTouches;
    if (event.type === 'touchend' && finger !== undefined) picture.drop(pointOf(finger));
    else picture.letGo();
  };
  // A finger that rests would open the browser's own menu.
  const onMenu = (event: Event): void => {
    if (touched.at !== 'rest') event.preventDefault();
  };
  const options = { capture: true, passive: false };
  box.addEventListener('touchstart', onStart, options);
  box.addEventListener('touchmove', onMove, options);
  box.addEventListener('touchend', onEnd, options);
  box.addEventListener('touchcancel', onEnd, options);
  box.addEventListener('contextmenu', onMenu);
  return () => {
    rest();
    box.removeEventListener('touchstart', onStart, options);
    box.removeEventListener('touchmove', onMove, options);
    box.removeEventListener('touchend', onEnd, options);
    box.removeEventListener('touchcancel', onEnd, options);
    box.removeEventListener('contextmenu', onMenu);
  };
};
