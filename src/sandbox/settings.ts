import { z } from 'zod';
import type { SettingStore } from './records/setting-store.ts';

export const sandboxSettings = z.object({
  /** How fast `<Say>` speaks. */
  speechCharactersPerSecond: z.number().positive().max(100_000).default(14),
});

/** A change of some of them. */
export const settingsPatch = sandboxSettings.partial();

export type SandboxSettings = Readonly<z.infer<typeof sandboxSettings>>;

export type Settings = {
  current(): SandboxSettings;
  /** What is not given stays as it is. */
  change(patch: z.input<typeof settingsPatch>): SandboxSettings;
};

/** The sandbox's own settings, kept over a restart. */
export function loadSettings(store: SettingStore): Settings {
  let state = sandboxSettings.catch(sandboxSettings.parse({})).parse(store.get('settings') ?? {});
  return {
    current: () => state,
    change(patch) {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      state = sandboxSettings.parse({ ...state, ...Object.fromEntries(given) });
      store.put('settings', state);
      return state;
    },
  };
}
