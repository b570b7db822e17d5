import { useSyncExternalStore } from 'react';

/** Server time minus the time of this computer, in milliseconds: running clocks are right on a computer whose clock is not. */
let offset = 0;

/** Takes the server's time from an answer that arrived at `receivedAt` (epoch milliseconds). */
export const adjustClock = (serverTime: string, receivedAt: number): void => {
  offset = Date.parse(serverTime) - receivedAt;
};

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = 0;

const readSecond = (): number => Math.floor((Date.now() + offset) / 1000);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  timer ??= setInterval(() => {
    second = readSecond();
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

const snapshot = (): number => {
  if (timer === undefined) second = readSecond();
  return second;
};

/** Epoch seconds of this computer's own clock, for what began here: a conversation, the next attempt to connect. */
export const useLocalSecond = (): number =>
  useSyncExternalStore(subscribe, () => Math.floor(Date.now() / 1000));

/** Epoch seconds of the server's clock; one timer drives every clock on the page. */
export const useSecond = (): number => useSyncExternalStore(subscribe, snapshot);

/** What `read` makes of the server's second; redraws only when that changes, so that a thousand rows cost nothing. */
export const useOnTick = <Value extends string | boolean>(read: (second: number) => Value): Value =>
  useSyncExternalStore(subscribe, () => read(snapshot()));
