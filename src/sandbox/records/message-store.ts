import type { DatabaseSync } from 'node:sqlite';
import { given, type Span, within } from './filter.ts';
import type { MessageRecord } from './message-record.ts';
import { type Slice, Table } from './table.ts';

export type MessageFilter = {
  readonly to?: string | null;
  readonly from?: string | null;
  readonly sent?: Span;
};

export function messageStore(db: DatabaseSync) {
  const table = new Table<MessageRecord>(db, 'messages');
  return {
    insert: (record: MessageRecord): void => table.insert(record),
    update: (sid: string, patch: Partial<MessageRecord>): boolean => table.update(sid, patch),
    get: (sid: string): MessageRecord | null => table.get(sid),
    delete: (sid: string): boolean => table.delete(sid),
    position: (sid: string): number | null => table.position(sid),
    /** The newest first. */
    list: (filter: MessageFilter, slice?: Slice): MessageRecord[] =>
      table.list(
        [
          ...given('"to" = ?', filter.to),
          ...given('"from" = ?', filter.from),
          ...within('coalesce(sentAt, createdAt)', filter.sent ?? {}),
        ],
        'rowid DESC',
        slice,
      ),
    /** What two numbers wrote to each other, the oldest first. */
    thread: (one: string, other: string): MessageRecord[] =>
      table.list(
        [{ sql: '("from" = ? AND "to" = ?) OR ("from" = ? AND "to" = ?)', values: [one, other, other, one] }],
        'createdAt, rowid',
      ),
    /** Everything a number wrote or was sent, the oldest first. */
    of: (number: string): MessageRecord[] =>
      table.list([{ sql: '"from" = ? OR "to" = ?', values: [number, number] }], 'createdAt, rowid'),
  };
}
