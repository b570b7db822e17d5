import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import { matchCallers } from '../patients/match-caller.ts';
import { unknownCaller, type Caller } from '../patients/rules/describe-caller.ts';
import { writeCursor } from './rules/voicemail-cursor.ts';
import type { VoicemailView } from './rules/voicemail-views.ts';
import { openTranscript } from './sealed-content.ts';
import {
  countNew,
  findRow,
  selectPage,
  type VoicemailFilter,
  type VoicemailRow,
} from './voicemail-views.store.ts';

/** What it takes to show voicemails: the key to the transcripts, and the moment for "next appointment". */
export type Viewing = { secrets: Secrets; now: Temporal.Instant };

/** One text that does not open (a restored backup, another key) must not take the whole list with it. */
const transcriptOf = (
  clinicId: string,
  { id, transcript, transcription }: VoicemailRow,
  secrets: Secrets,
): Pick<VoicemailView, 'transcript' | 'transcription'> => {
  if (transcript === null) return { transcript, transcription };
  try {
    return { transcript: openTranscript(secrets, clinicId, id, transcript), transcription };
  } catch {
    return { transcript: null, transcription: 'failed' };
  }
};

const viewOf = (
  clinicId: string,
  row: VoicemailRow,
  { kind, name, people }: Caller,
  secrets: Secrets,
): VoicemailView => ({
  id: row.id,
  callId: row.callId,
  from: row.from,
  caller: { kind, name, people },
  department:
    row.departmentId === null || row.department === null
      ? null
      : { id: row.departmentId, name: row.department },
  language: row.language,
  status: row.status,
  assignedTo:
    row.assignedTo === null || row.assignedName === null
      ? null
      : { staffId: row.assignedTo, name: row.assignedName },
  receivedAt: row.receivedAt.toString(),
  durationSeconds: row.durationSeconds,
  audio: row.audioStatus,
  ...transcriptOf(clinicId, row, secrets),
});

const viewsOf = async (
  trx: ClinicTransaction,
  rows: VoicemailRow[],
  { secrets, now }: Viewing,
): Promise<VoicemailView[]> => {
  const numbers = rows.map(({ from }) => from);
  const callers = await matchCallers(trx, numbers, now);
  return rows.map((row) => viewOf(trx.clinicId, row, callers.get(row.from) ?? unknownCaller, secrets));
};

/**
 * One page, newest first. `newCount` counts the whole clinic's, whatever the filter: it is the badge beside the page.
 * @returns next: where the following page begins, null at the end
 */
export const listVoicemails = async (
  trx: ClinicTransaction,
  filter: VoicemailFilter & { limit: number },
  viewing: Viewing,
): Promise<{ items: VoicemailView[]; next: string | null; newCount: number }> => {
  const rows = await selectPage(trx, filter, filter.limit + 1);
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    items: await viewsOf(trx, page, viewing),
    next: rows.length > filter.limit && last ? writeCursor(last) : null,
    newCount: await countNew(trx),
  };
};

/** @returns null when there is no such voicemail */
export const showVoicemail = async (
  trx: ClinicTransaction,
  voicemailId: string,
  viewing: Viewing,
): Promise<VoicemailView | null> => {
  const row = await findRow(trx, voicemailId);
  const [view] = row === null ? [] : await viewsOf(trx, [row], viewing);
  return view ?? null;
};
