import { useSyncExternalStore } from 'react';
import { preference } from '../platform/preference.ts';

const stored = preference('single-keys', (text): text is 'on' | 'off' => text === 'on' || text === 'off');
const listeners = new Set<() => void>();
let on = stored.read() !== 'off';

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const areSingleKeysOn = (): boolean => on;

/** Whether keys without Ctrl are commands in this browser. */
export const useSingleKeys = (): [boolean, (on: boolean) => void] => [
  useSyncExternalStore(subscribe, areSingleKeysOn),
  (wanted) => {
    on = wanted;
    stored.write(wanted ? 'on' : 'off');
    for (const listener of listeners) listener();
  },
];
