import { useSyncExternalStore } from 'react';

/** `lost` only after a few seconds: a reconnection that nobody notices is not worth a word. */
export type LiveConnection = 'open' | 'lost';

let current: LiveConnection = 'open';
const listeners = new Set<() => void>();

export const setLiveConnection = (connection: LiveConnection): void => {
  if (connection === current) return;
  current = connection;
  for (const each of listeners) each();
};

export const useLiveConnection = (): LiveConnection =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
