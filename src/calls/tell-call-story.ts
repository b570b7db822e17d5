import { listDeeds } from '../audit/list-deeds.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { matchCaller } from '../patients/match-caller.ts';
import { selectNotes, type NoteRow } from './call-notes.store.ts';
import {
  selectCall,
  selectHistory,
  selectLastContacts,
  selectMessageIds,
  selectReceipts,
  type ListRow,
} from './call-views.store.ts';
import type { CallNote } from './rules/call-note.ts';
import type { CallListItem, CallStory } from './rules/call-views.ts';

const iso = (at: Temporal.Instant | null): string | null => at?.toString() ?? null;

/** Seconds from the first ring to the end; null while it runs. */
const duration = (row: ListRow): number | null =>
  row.ended_at ? Math.round(row.ended_at.since(row.started_at).total('seconds')) : null;

export const listItemOf = (row: ListRow): CallListItem => ({
  id: row.id,
  direction: row.direction,
  status: row.status,
  outcome: row.outcome,
  from: row.from_number,
  to: row.to_number,
  callerName: row.caller_name,
  department: row.department,
  answeredBy: row.answered_by,
  startedAt: row.started_at.toString(),
  answeredAt: iso(row.answered_at),
  endedAt: iso(row.ended_at),
  durationSeconds: duration(row),
  voicemailId: row.voicemail_id,
  emergency: row.emergency,
});

const noteViewOf = (note: NoteRow, userId: string): CallNote => ({
  id: note.id,
  text: note.text,
  author: note.author,
  mine: note.userId === userId,
  writtenAt: note.writtenAt.toString(),
  changedAt: iso(note.changedAt),
});

/** One call from the first webhook to the last, with the reason of each step; null when the clinic has no such call. */
export const tellCallStory = async (
  trx: ClinicTransaction,
  callId: string,
  { userId, now }: { userId: string; now: Temporal.Instant },
): Promise<CallStory | null> => {
  const row = await selectCall(trx, callId);
  if (!row) return null;
  const number = row.direction === 'inbound' ? row.from_number : row.to_number;
  const caller = await matchCaller(trx, number, now);
  const contacts = (await selectLastContacts(trx, [number])).get(number) ?? [];
  const history = await selectHistory(trx, callId);
  const receipts = await selectReceipts(trx, callId);
  const notes = await selectNotes(trx, callId);
  const deeds = await listDeeds(trx, [callId, ...(await selectMessageIds(trx, callId))]);
  return {
    call: { ...listItemOf(row), language: row.language, forwardedFrom: row.forwarded_from },
    caller: { ...caller, lastContacts: contacts.filter((contact) => contact.callId !== callId) },
    steps: history.map((step) => ({
      seq: step.seq,
      at: step.at.toString(),
      kind: step.kind,
      reason: step.reason,
      staff: step.staff_id === null ? null : { staffId: step.staff_id, name: step.staff_name ?? '' },
      detail: step.detail as Record<string, unknown>,
    })),
    notes: notes.map((note) => noteViewOf(note, userId)),
    deeds: deeds.map((deed) => ({ ...deed, at: deed.at.toString() })),
    webhooks: receipts.map((receipt) => ({
      at: receipt.at.toString(),
      endpoint: receipt.endpoint,
      params: receipt.params as Record<string, string>,
      response: receipt.response,
    })),
  };
};
