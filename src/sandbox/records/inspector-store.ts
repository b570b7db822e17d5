import type { DatabaseSync } from 'node:sqlite';
import type { InspectorEntry, InspectorKind } from './inspector-entry.ts';
import { Table } from './table.ts';

export type InspectorStore = ReturnType<typeof inspectorStore>;

type InspectorRow = { sid: string; at: number; kind: InspectorKind; title: string; detail: string };

export function inspectorStore(db: DatabaseSync) {
  const table = new Table<InspectorRow>(db, 'inspector');
  return {
    add: (entry: InspectorEntry): void => table.insert({ ...entry, detail: JSON.stringify(entry.detail) }),
    forgetBefore(at: number): void {
      db.prepare('DELETE FROM inspector WHERE at < ?').run(at);
    },
    /** The story of a call or message, in the order in which it happened. */
    of: (sid: string): InspectorEntry[] =>
      table.list([{ sql: 'sid = ?', values: [sid] }], 'seq').map(({ at, kind, title, detail }) => ({
        sid,
        at,
        kind,
        title,
        detail: read(detail),
      })),
  };
}

function read(detail: string): object {
  const value: unknown = JSON.parse(detail);
  return typeof value === 'object' && value !== null ? value : {};
}
