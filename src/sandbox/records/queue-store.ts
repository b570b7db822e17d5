import type { DatabaseSync } from 'node:sqlite';
import type { QueueRecord } from './queue-record.ts';
import { type Slice, Table } from './table.ts';

export type QueueStore = ReturnType<typeof queueStore>;

export function queueStore(db: DatabaseSync) {
  const table = new Table<QueueRecord>(db, 'queues');
  return {
    insert: (record: QueueRecord): void => table.insert(record),
    update: (sid: string, patch: Partial<QueueRecord>): boolean => table.update(sid, patch),
    get: (sid: string): QueueRecord | null => table.get(sid),
    delete: (sid: string): boolean => table.delete(sid),
    position: (sid: string): number | null => table.position(sid),
    byName: (friendlyName: string): QueueRecord | null =>
      table.find([{ sql: 'friendlyName = ?', values: [friendlyName] }]),
    list: (slice?: Slice): QueueRecord[] => table.list([], 'rowid DESC', slice),
  };
}
