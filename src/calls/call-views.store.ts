import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { CallState } from './rules/call-state.ts';
import type { CallOutcome, CallStatus } from './rules/call-status.ts';
import type { Emergency } from './rules/recognised-emergency.ts';

export type LiveRow = {
  id: string;
  direction: 'inbound' | 'outbound';
  status: CallStatus;
  status_since: Temporal.Instant;
  started_at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
  from_number: string;
  to_number: string;
  forwarded_from: string | null;
  language: Language;
  state: CallState;
};

export const selectLiveCalls = async (trx: ClinicTransaction): Promise<LiveRow[]> => {
  const { rows } = await sql<LiveRow>`
    SELECT id, direction, status, status_since, started_at, answered_at, from_number, to_number, forwarded_from, language, state
    FROM call_logs WHERE clinic_id = ${trx.clinicId} AND status <> 'ended' ORDER BY started_at LIMIT 200`.execute(
    trx,
  );
  return rows;
};

export type ListRow = {
  id: string;
  direction: 'inbound' | 'outbound';
  status: CallStatus;
  outcome: CallOutcome | null;
  from_number: string;
  to_number: string;
  forwarded_from: string | null;
  language: Language;
  caller_name: string | null;
  department: string | null;
  answered_by: string | null;
  started_at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  emergency: Emergency | null;
  voicemail_id: string | null;
};

export const listColumns = sql`
  c.id, c.direction, c.status, c.outcome, c.from_number, c.to_number, c.forwarded_from, c.language, c.caller_name, c.started_at, c.answered_at, c.ended_at, c.emergency,
  (SELECT d.name FROM departments d WHERE d.clinic_id = c.clinic_id AND d.id = c.department_id) AS department,
  (SELECT s.name FROM staff_members s WHERE s.clinic_id = c.clinic_id AND s.id = c.answered_by) AS answered_by,
  (SELECT v.id FROM voicemail_messages v WHERE v.clinic_id = c.clinic_id AND v.call_id = c.id AND v.deleted_at IS NULL LIMIT 1) AS voicemail_id`;

export const selectCall = async (trx: ClinicTransaction, callId: string): Promise<ListRow | null> => {
  const { rows } =
    await sql<ListRow>`SELECT ${listColumns} FROM call_logs c WHERE c.clinic_id = ${trx.clinicId} AND c.id = ${callId}`.execute(
      trx,
    );
  return rows[0] ?? null;
};

/** The clinic's number that somebody called; null: no such call, or one that we made. */
export const selectCalledNumber = async (trx: ClinicTransaction, callId: string): Promise<string | null> => {
  const row = await trx
    .selectFrom('call_logs')
    .select('to_number')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', callId)
    .where('direction', '=', 'inbound')
    .executeTakeFirst();
  return row?.to_number ?? null;
};

export const selectHistory = (trx: ClinicTransaction, callId: string) =>
  trx
    .selectFrom('call_routing_history as h')
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.clinic_id', '=', 'h.clinic_id').onRef('s.id', '=', 'h.staff_id'),
    )
    .select(['h.seq', 'h.at', 'h.kind', 'h.reason', 'h.staff_id', 's.name as staff_name', 'h.detail'])
    .where('h.clinic_id', '=', trx.clinicId)
    .where('h.call_id', '=', callId)
    .orderBy('h.seq')
    .execute();

export const selectReceipts = (trx: ClinicTransaction, callId: string) =>
  trx
    .selectFrom('webhook_receipts')
    .select(['at', 'endpoint', 'params', 'response'])
    .where('clinic_id', '=', trx.clinicId)
    .where('call_id', '=', callId)
    .orderBy('at')
    .limit(500)
    .execute();

/** The three last finished calls with each of these numbers, newest first. */
export const selectLastContacts = async (
  trx: ClinicTransaction,
  numbers: readonly string[],
): Promise<Map<string, { at: string; callId: string; outcome: string }[]>> => {
  const { rows } = await sql<{ number: string; at: Temporal.Instant; id: string; outcome: string }>`
    SELECT n.number, c.started_at AS at, c.id, c.outcome
    FROM unnest(${numbers}::text[]) AS n(number)
    CROSS JOIN LATERAL (
      SELECT started_at, id, outcome FROM call_logs
      WHERE clinic_id = ${trx.clinicId} AND from_number = n.number AND outcome IS NOT NULL
      ORDER BY started_at DESC LIMIT 3
    ) c`.execute(trx);
  const contacts = new Map<string, { at: string; callId: string; outcome: string }[]>();
  for (const row of rows)
    contacts.set(row.number, [
      ...(contacts.get(row.number) ?? []),
      { at: row.at.toString(), callId: row.id, outcome: row.outcome },
    ]);
  return contacts;
};

export const selectNames = async (
  trx: ClinicTransaction,
): Promise<{ departments: Map<string, string>; staff: Map<string, string> }> => {
  const departments = await trx
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('clinic_id', '=', trx.clinicId)
    .execute();
  const staff = await trx
    .selectFrom('staff_members')
    .select(['id', 'name'])
    .where('clinic_id', '=', trx.clinicId)
    .execute();
  return {
    departments: new Map(departments.map((d) => [d.id, d.name])),
    staff: new Map(staff.map((s) => [s.id, s.name])),
  };
};

/** Every message left in this call, deleted ones too: what was done with them is part of the story. */
export const selectMessageIds = async (trx: ClinicTransaction, callId: string): Promise<string[]> => {
  const rows = await trx
    .selectFrom('voicemail_messages')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('call_id', '=', callId)
    .execute();
  return rows.map(({ id }) => id);
};
