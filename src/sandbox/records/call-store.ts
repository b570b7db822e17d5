import type { DatabaseSync } from 'node:sqlite';
import type { CallRecord, CallStatus } from './call-record.ts';
import { given, type Span, within } from './filter.ts';
import { type Slice, Table } from './table.ts';

export type CallFilter = {
  readonly to?: string | null;
  readonly from?: string | null;
  readonly status?: CallStatus | null;
  readonly parentCallSid?: string | null;
  readonly started?: Span;
  readonly ended?: Span;
};

export function callStore(db: DatabaseSync) {
  const table = new Table<CallRecord>(db, 'calls');
  return {
    insert: (record: CallRecord): void => table.insert(record),
    update: (sid: string, patch: Partial<CallRecord>): boolean => table.update(sid, patch),
    get: (sid: string): CallRecord | null => table.get(sid),
    delete: (sid: string): boolean => table.delete(sid),
    position: (sid: string): number | null => table.position(sid),
    /** The newest first. */
    list: (filter: CallFilter, slice?: Slice): CallRecord[] =>
      table.list(
        [
          ...given('"to" = ?', filter.to),
          ...given('"from" = ?', filter.from),
          ...given('status = ?', filter.status),
          ...given('parentCallSid = ?', filter.parentCallSid),
          ...within('coalesce(startedAt, createdAt)', filter.started ?? {}),
          ...within('endedAt', filter.ended ?? {}),
        ],
        'rowid DESC',
        slice,
      ),
    /** Ends the calls that were under way when the sandbox stopped: no telephone is connected any more. */
    endAbandoned(now: number): void {
      const end = db.prepare(
        `UPDATE calls SET endedAt = ?, durationSeconds = coalesce((? - answeredAt) / 1000, 0),
         status = CASE WHEN status = 'in-progress' THEN 'completed' ELSE 'failed' END
         WHERE status IN ('queued', 'initiated', 'ringing', 'in-progress')`,
      );
      end.run(now, now);
    },
  };
}
