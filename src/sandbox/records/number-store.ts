import type { DatabaseSync } from 'node:sqlite';
import { given } from './filter.ts';
import type { NumberRecord } from './number-record.ts';
import { type Slice, Table } from './table.ts';

export type NumberFilter = { readonly phoneNumber?: string | null; readonly friendlyName?: string | null };

export type NumberStore = ReturnType<typeof numberStore>;

export function numberStore(db: DatabaseSync) {
  const table = new Table<NumberRecord>(db, 'numbers');
  return {
    insert: (record: NumberRecord): void => table.insert(record),
    update: (sid: string, patch: Partial<NumberRecord>): boolean => table.update(sid, patch),
    get: (sid: string): NumberRecord | null => table.get(sid),
    delete: (sid: string): boolean => table.delete(sid),
    position: (sid: string): number | null => table.position(sid),
    byPhoneNumber: (phoneNumber: string): NumberRecord | null =>
      table.find([{ sql: 'phoneNumber = ?', values: [phoneNumber] }]),
    list: (filter: NumberFilter, slice?: Slice): NumberRecord[] =>
      table.list(
        [
          ...given('phoneNumber LIKE ?', likePattern(filter.phoneNumber)),
          ...given('friendlyName = ?', filter.friendlyName),
        ],
        'rowid DESC',
        slice,
      ),
  };
}

/** The carrier's search by part of a number: `*` stands for any digits, and the rest may be anywhere in it. */
function likePattern(part: string | null | undefined): string | null {
  if (!part) return null;
  return `%${part.replaceAll(/[^\d+*]/g, '').replaceAll('*', '%')}%`;
}
