import { sql } from 'kysely';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';
import type { LinkPurpose } from './rules/link.ts';

export type NewLink = {
  code: string;
  messageId: string;
  patientId: string | null;
  purpose: LinkPurpose;
  target: string | null;
  expiresAt: string;
};

/** Links that are there already stay as they are. */
export const insertLinks = async (
  trx: ClinicTransaction,
  links: readonly NewLink[],
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    INSERT INTO message_links (code, clinic_id, message_id, patient_id, purpose, target, created_at, expires_at)
    SELECT r.code, ${trx.clinicId}, r."messageId", r."patientId", r.purpose, r.target, ${now}, r."expiresAt"
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      AS r(code text, "messageId" uuid, "patientId" uuid, purpose text, target text, "expiresAt" timestamptz)
    ORDER BY r.code ON CONFLICT (code) DO NOTHING`.execute(trx);
};

export type LinkRow = {
  code: string;
  clinicId: string;
  messageId: string;
  patientId: string | null;
  purpose: LinkPurpose;
  target: string | null;
};

/** @returns null: there is none, it is too old, or it was taken back */
export const selectOpenLink = async (
  database: Database,
  code: string,
  now: Temporal.Instant,
): Promise<LinkRow | null> => {
  const { rows } = await sql<LinkRow>`
    SELECT code, clinic_id AS "clinicId", message_id AS "messageId", patient_id AS "patientId", purpose, target
    FROM message_links WHERE code = ${code} AND expires_at > ${now} AND revoked_at IS NULL`.execute(database);
  return rows[0] ?? null;
};

/** Counts a use. @returns whether it was the first */
export const countUse = async (
  trx: ClinicTransaction,
  code: string,
  now: Temporal.Instant,
): Promise<boolean> => {
  const { rows } = await sql<{ uses: number }>`
    UPDATE message_links SET uses = uses + 1, first_used_at = coalesce(first_used_at, ${now})
    WHERE code = ${code} AND clinic_id = ${trx.clinicId} RETURNING uses`.execute(trx);
  return rows[0]?.uses === 1;
};

/** @returns how many there were */
export const revokeLinks = async (
  trx: ClinicTransaction,
  patientId: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<number> => {
  const { rows } = await sql`
    UPDATE message_links SET revoked_at = ${now} WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId}
      AND purpose = ${purpose} AND revoked_at IS NULL AND expires_at > ${now} RETURNING code`.execute(trx);
  return rows.length;
};

export type OpenLinks = {
  open: number;
  until: Temporal.Instant | null;
  lastSentAt: Temporal.Instant | null;
  used: boolean;
};

export const selectOpenOfPatient = async (
  trx: ClinicTransaction,
  patientId: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<OpenLinks> => {
  const { rows } = await sql<OpenLinks>`
    SELECT count(*)::int AS open, max(expires_at) AS until, max(created_at) AS "lastSentAt", coalesce(bool_or(uses > 0), false) AS used
    FROM message_links WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId} AND purpose = ${purpose}
      AND revoked_at IS NULL AND expires_at > ${now}`.execute(trx);
  return rows[0]!;
};
