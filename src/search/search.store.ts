import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { FoundCall, FoundPerson } from './rules/found-view.ts';

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** What the typed text stands for in SQL: words inside a name, digits inside a number. */
export type SearchText = { words: string; digits: string | null; limit: number };

/** Leads and colleagues. Both lists are short: a clinic has dozens, not thousands, of open ones. */
export const selectLeadsAndStaff = async (
  trx: ClinicTransaction,
  { words, digits, limit }: SearchText,
): Promise<FoundPerson[]> => {
  const name = `%${escaped(words)}%`;
  const number = digits === null ? null : `%${digits}%`;
  const { rows } = await sql<FoundPerson>`
    (SELECT 'staff' AS kind, s.id, s.name, NULL AS "birthDate", r.number AS "phoneNumber", s.title AS note
     FROM staff_members s
     LEFT JOIN LATERAL (SELECT min(staff_phone_number) AS number FROM staff_call_routing r
       WHERE r.clinic_id = s.clinic_id AND r.staff_id = s.id AND r.use_staff_phone) r ON true
     WHERE s.clinic_id = ${trx.clinicId}
       AND (plain_text(s.name) LIKE plain_text(${name}) OR r.number LIKE ${number}) ORDER BY s.name LIMIT ${limit})
    UNION ALL
    (SELECT 'lead', l.id, l.name, NULL, l.phone_number, l.interest FROM leads l
     WHERE l.clinic_id = ${trx.clinicId}
       AND (plain_text(l.name) LIKE plain_text(${name}) OR l.phone_number LIKE ${number})
     ORDER BY l.created_at DESC LIMIT ${limit})`.execute(trx);
  return rows;
};

/** The newest calls with these people, or with this number. */
export const selectCallsWith = async (
  trx: ClinicTransaction,
  patientIds: string[],
  number: string | null,
  limit: number,
): Promise<FoundCall[]> => {
  if (patientIds.length === 0 && number === null) return [];
  const { rows } = await sql<Omit<FoundCall, 'startedAt'> & { startedAt: Temporal.Instant }>`
    SELECT id, started_at AS "startedAt", direction, caller_name AS name,
      CASE direction WHEN 'inbound' THEN from_number ELSE to_number END AS number
    FROM call_logs
    WHERE clinic_id = ${trx.clinicId}
      AND (patient_id = ANY(${patientIds}::uuid[]) OR from_number = ${number} OR to_number = ${number})
    ORDER BY started_at DESC, id DESC LIMIT ${limit}`.execute(trx);
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.toString() }));
};

/** One of the clinic's own numbers: it says in which country numbers without a country code are meant. */
export const selectClinicNumber = async (trx: ClinicTransaction): Promise<string | null> => {
  const row = await trx
    .selectFrom('clinic_phone_numbers')
    .select('phone_number')
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.phone_number ?? null;
};
