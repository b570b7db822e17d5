import type { DatabaseSync } from 'node:sqlite';
import { given, type Span, within } from './filter.ts';
import type { RecordingRecord } from './recording-record.ts';
import { type Slice, Table } from './table.ts';

export type RecordingFilter = { readonly callSid?: string | null; readonly created?: Span };

export function recordingStore(db: DatabaseSync) {
  const table = new Table<RecordingRecord>(db, 'recordings');
  const audio = new Table<{ sid: string; wav: Uint8Array }>(db, 'recordingAudio');
  return {
    /** Stores a recording; `wav` may come later (`setAudio`) while it is still in progress. */
    insert(record: RecordingRecord, wav?: Uint8Array): void {
      table.insert(record);
      if (wav) audio.insert({ sid: record.sid, wav });
    },
    setAudio(sid: string, wav: Uint8Array): void {
      if (!audio.update(sid, { wav })) audio.insert({ sid, wav });
    },
    update: (sid: string, patch: Partial<RecordingRecord>): boolean => table.update(sid, patch),
    get: (sid: string): RecordingRecord | null => table.get(sid),
    /** The WAV file, or null where there is none (in progress, absent, deleted). */
    audio: (sid: string): Uint8Array | null => audio.get(sid)?.wav ?? null,
    /** The newest first. */
    list: (filter: RecordingFilter, slice?: Slice): RecordingRecord[] =>
      table.list(
        [...given('callSid = ?', filter.callSid), ...within('createdAt', filter.created ?? {})],
        'rowid DESC',
        slice,
      ),
    position: (sid: string): number | null => table.position(sid),
    delete(sid: string): boolean {
      audio.delete(sid);
      return table.delete(sid);
    },
    failAbandoned(now: number): void {
      db.prepare(`UPDATE recordings SET status = 'failed', updatedAt = ? WHERE status = 'in-progress'`).run(
        now,
      );
    },
  };
}
