import type { DatabaseSync } from 'node:sqlite';

export type SettingStore = ReturnType<typeof settingStore>;

/** Values kept over a restart, as JSON by name. */
export function settingStore(db: DatabaseSync) {
  const find = db.prepare('SELECT value FROM settings WHERE name = ?');
  const put = db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)');
  return {
    /** Null where it was never set. */
    get(name: string): unknown {
      const row = find.get(name);
      return row ? JSON.parse(String(row['value'])) : null;
    },
    put(name: string, value: unknown): void {
      put.run(name, JSON.stringify(value));
    },
  };
}
