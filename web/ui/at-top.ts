import { useSyncExternalStore } from 'react';

/** The part of the page that scrolls; see the frame. */
export const pageScroller = (): HTMLElement | null => document.getElementById('content');

/** Further down than this, somebody reads and nothing may move. */
const nearTop = 80;

const subscribe = (listener: () => void): (() => void) => {
  const scroller = pageScroller();
  scroller?.addEventListener('scroll', listener, { passive: true });
  return () => scroller?.removeEventListener('scroll', listener);
};

/** Whether the page is scrolled to its top. */
export const useAtTop = (): boolean =>
  useSyncExternalStore(subscribe, () => (pageScroller()?.scrollTop ?? 0) < nearTop);
