import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import { matchCallers } from '../patients/match-caller.ts';
import { unknownCaller, type Caller } from '../patients/rules/describe-caller.ts';
import { keptUntil } from './rules/retention.ts';
import { writeCursor, type VoicemailCursor } from './rules/voicemail-cursor.ts';
import type { VoicemailView } from './rules/voicemail-views.ts';
import { openText } from './sealed-content.ts';
import {
  countNew,
  findRow,
  selectPage,
  type VoicemailFilter,
  type VoicemailRow,
} from './voicemail-views.store.ts';

/** What it takes to show voicemails: the key to the transcripts, and the moment for "next appointment". */
export type Viewing = { secrets: Secrets; now: Temporal.Instant };

type Texts = Pick<VoicemailView, 'transcript' | 'transcription' | 'correction'>;

const textsOf = (clinicId: string, row: VoicemailRow, secrets: Secrets): Texts => {
  const open = (kind: 'transcript' | 'corrected', sealed: Buffer | null) =>
    sealed === null ? null : openText(secrets, kind, clinicId, row.id, sealed);
  const original = open('transcript', row.transcript);
  const transcription = row.transcript !== null && original === null ? 'failed' : row.transcription;
  if (row.correctedAt === null) return { transcript: original, transcription, correction: null };
  return {
    transcript: open('corrected', row.corrected),
    transcription,
    correction: { at: row.correctedAt.toString(), by: row.correctedBy, original },
  };
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
  emergency: row.emergency,
  assignedTo:
    row.assignedTo === null || row.assignedName === null
      ? null
      : { staffId: row.assignedTo, name: row.assignedName },
  receivedAt: row.receivedAt.toString(),
  durationSeconds: row.durationSeconds,
  audio: row.audioStatus,
  ...textsOf(clinicId, row, secrets),
  deleted: row.binnedAt === null ? null : { at: row.binnedAt.toString(), by: row.binnedBy },
  keptUntil: keptUntil(row).toString(),
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

type Wanted = VoicemailFilter & { limit: number; after: VoicemailCursor | null };

const selectRows = async (
  trx: ClinicTransaction,
  { limit, after, ...filter }: Wanted,
): Promise<VoicemailRow[]> => {
  const first = after?.first === false ? [] : await selectPage(trx, filter, { first: true, after, limit });
  const others =
    first.length === limit
      ? []
      : await selectPage(trx, filter, {
          first: false,
          after: after?.first === false ? after : null,
          limit: limit - first.length,
        });
  return [...first, ...others];
};

const cursorAt = ({ emergency, status, receivedAt, id }: VoicemailRow): string =>
  writeCursor({ first: emergency && status !== 'done', receivedAt, id });

/**
 * One page: emergencies first until they are done, then newest first. `newCount` counts the whole clinic's, whatever the
 * filter: it is the badge beside the page.
 * @returns nextCursor: where the following page begins, null at the end
 */
export const listVoicemails = async (
  trx: ClinicTransaction,
  wanted: Wanted,
  viewing: Viewing,
): Promise<{ items: VoicemailView[]; nextCursor: string | null; newCount: number }> => {
  const rows = await selectRows(trx, { ...wanted, limit: wanted.limit + 1 });
  const page = rows.slice(0, wanted.limit);
  const last = page.at(-1);
  return {
    items: await viewsOf(trx, page, viewing),
    nextCursor: rows.length > wanted.limit && last ? cursorAt(last) : null,
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
