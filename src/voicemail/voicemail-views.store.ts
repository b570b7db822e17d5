import { sql, type SqlBool } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { retentionDays } from './retention.store.ts';
import type { VoicemailCursor } from './rules/voicemail-cursor.ts';
import type { VoicemailScope, VoicemailStatus, VoicemailView } from './rules/voicemail-views.ts';

export type VoicemailRow = {
  id: string;
  callId: string;
  from: string;
  departmentId: string | null;
  department: string | null;
  language: Language;
  status: VoicemailStatus;
  emergency: boolean;
  assignedTo: string | null;
  assignedName: string | null;
  receivedAt: Temporal.Instant;
  durationSeconds: number;
  audioStatus: VoicemailView['audio'];
  transcription: VoicemailView['transcription'];
  transcript: Buffer | null;
  corrected: Buffer | null;
  correctedBy: string | null;
  correctedAt: Temporal.Instant | null;
  binnedBy: string | null;
  binnedAt: Temporal.Instant | null;
  retentionDays: number;
};

/** Everything but the audio. The other end of the line is `from` of a call that came in, `to` of one we made. */
const selectRows = (trx: ClinicTransaction) =>
  trx
    .selectFrom('voicemail_messages as v')
    .innerJoin('call_logs as c', (join) =>
      join.onRef('c.clinic_id', '=', 'v.clinic_id').onRef('c.id', '=', 'v.call_id'),
    )
    .leftJoin('departments as d', (join) =>
      join.onRef('d.clinic_id', '=', 'v.clinic_id').onRef('d.id', '=', 'v.department_id'),
    )
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.clinic_id', '=', 'v.clinic_id').onRef('s.id', '=', 'v.assigned_to'),
    )
    .leftJoin('users as corrector', 'corrector.id', 'v.corrected_by')
    .leftJoin('users as deleter', 'deleter.id', 'v.binned_by')
    .where('v.clinic_id', '=', trx.clinicId)
    .where('v.deleted_at', 'is', null)
    .select(['v.id', 'v.call_id as callId', 'd.id as departmentId', 'd.name as department'])
    .select(['v.emergency', 's.id as assignedTo', 's.name as assignedName', 'v.received_at as receivedAt'])
    .select(['v.duration_seconds as durationSeconds', 'v.transcript', 'v.corrected'])
    .select(['corrector.name as correctedBy', 'v.corrected_at as correctedAt'])
    .select(['deleter.name as binnedBy', 'v.binned_at as binnedAt'])
    .select(retentionDays.as('retentionDays'))
    .select([
      sql<string>`CASE c.direction WHEN 'inbound' THEN c.from_number ELSE c.to_number END`.as('from'),
      sql<Language>`v.language`.as('language'),
      sql<VoicemailStatus>`v.status`.as('status'),
      sql<VoicemailView['audio']>`v.audio_status`.as('audioStatus'),
      sql<VoicemailView['transcription']>`v.transcription`.as('transcription'),
    ]);

export const findRow = async (trx: ClinicTransaction, id: string): Promise<VoicemailRow | null> =>
  (await selectRows(trx).where('v.id', '=', id).executeTakeFirst()) ?? null;

export type VoicemailFilter = {
  status: VoicemailScope | undefined;
  departmentId: string | undefined;
  /** whose; null: nobody's */
  assignedTo: string | null | undefined;
};

const inScope = (scope: VoicemailScope | undefined) => {
  switch (scope) {
    case 'deleted':
      return sql<SqlBool>`v.binned_at IS NOT NULL`;
    case undefined:
      return sql<SqlBool>`v.binned_at IS NULL`;
    case 'open':
      return sql<SqlBool>`v.binned_at IS NULL AND v.status <> 'done'`;
    default:
      return sql<SqlBool>`v.binned_at IS NULL AND v.status = ${scope}`;
  }
};

/** Emergencies that nobody has done yet stand before all others. */
const standsFirst = sql<SqlBool>`v.emergency AND v.status <> 'done'`;

/** Newest first. @param first of those that stand first, else of the others */
export const selectPage = (
  trx: ClinicTransaction,
  { status, departmentId, assignedTo }: VoicemailFilter,
  { first, after, limit }: { first: boolean; after: VoicemailCursor | null; limit: number },
): Promise<VoicemailRow[]> =>
  selectRows(trx)
    .where(inScope(status))
    .where(first ? standsFirst : sql<SqlBool>`NOT (${standsFirst})`)
    .$if(assignedTo !== undefined, (query) =>
      query.where(sql<SqlBool>`v.assigned_to IS NOT DISTINCT FROM ${assignedTo}::uuid`),
    )
    .$if(departmentId !== undefined, (query) => query.where('v.department_id', '=', departmentId!))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(v.received_at, v.id) < (${after!.receivedAt}, ${after!.id}::uuid)`),
    )
    .orderBy('v.received_at', 'desc')
    .orderBy('v.id', 'desc')
    .limit(limit)
    .execute();

export const countNew = async (trx: ClinicTransaction): Promise<number> => {
  const { count } = await trx
    .selectFrom('voicemail_messages')
    .select((db) => db.fn.countAll<number>().as('count'))
    .where('clinic_id', '=', trx.clinicId)
    .where('deleted_at', 'is', null)
    .where('binned_at', 'is', null)
    // In the text, not as a value: only so is the index of those to do known to hold them all.
    .where(sql<SqlBool>`status = 'new'`)
    .executeTakeFirstOrThrow();
  return count;
};
