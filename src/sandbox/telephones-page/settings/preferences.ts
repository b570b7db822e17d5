import { kept } from '../app/kept.ts';
import { createStore, useStore } from '../app/store.ts';

/** How this browser likes its telephones. */
type Preferences = {
  /** Ring tone, key tones and the beep. */
  readonly sound: boolean;
  /** Captions are spoken aloud. */
  readonly aloud: boolean;
  /** The microphone is asked for when a call begins. */
  readonly microphone: boolean;
};

const usual: Preferences = { sound: true, aloud: false, microphone: true };

const isPreferences = (value: unknown): value is Preferences =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(usual).every((name) => typeof Reflect.get(value, name) === 'boolean');

const storage = kept('preferences', isPreferences);

export const preferences = createStore<Preferences, Partial<Preferences>>(
  storage.read() ?? usual,
  (before, change) => {
    const after = { ...before, ...change };
    storage.write(after);
    return after;
  },
);

export const usePreferences = (): Preferences => useStore(preferences, (state) => state);
