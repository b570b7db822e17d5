import type { DatabaseSync } from 'node:sqlite';
import type { HandsetRecord } from './handset-record.ts';
import { Table } from './table.ts';

export function handsetStore(db: DatabaseSync) {
  const table = new Table<HandsetRecord>(db, 'handsets', 'number');
  return {
    /** Makes the handset or changes the one there is. */
    put(record: HandsetRecord): void {
      const { createdAt: _first, ...rest } = record;
      if (!table.update(record.number, rest)) table.insert(record);
    },
    get: (number: string): HandsetRecord | null => table.get(number),
    delete: (number: string): boolean => table.delete(number),
    /** In the order in which they were made. */
    list: (): HandsetRecord[] => table.list([], 'createdAt, rowid'),
  };
}
