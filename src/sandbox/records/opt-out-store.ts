import type { DatabaseSync } from 'node:sqlite';

/** Who told which number to stop; `from` is the person, `to` the number that may not write any more. */
export function optOutStore(db: DatabaseSync) {
  const insert = db.prepare('INSERT OR IGNORE INTO optOuts ("from", "to", at) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM optOuts WHERE "from" = ? AND "to" = ?');
  const find = db.prepare('SELECT 1 FROM optOuts WHERE "from" = ? AND "to" = ?');
  return {
    add(from: string, to: string, at: number): void {
      insert.run(from, to, at);
    },
    remove(from: string, to: string): void {
      remove.run(from, to);
    },
    has: (from: string, to: string): boolean => find.get(from, to) !== undefined,
  };
}
