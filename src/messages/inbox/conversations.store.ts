import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Channel } from '../rules/message-order.ts';

export type Place = { channel: Channel; address: string; patientId: string | null };
export type ConversationRow = { id: string; channel: Channel; address: string; patientId: string | null };

const placeKey = ({ channel, address }: { channel: string; address: string }) => `${channel} ${address}`;

const selectAt = async (trx: ClinicTransaction, places: readonly Place[]): Promise<Map<string, string>> => {
  if (places.length === 0) return new Map();
  const { rows } = await sql<{ id: string; channel: string; address: string }>`
    SELECT c.id, c.channel, c.address FROM conversations c
    JOIN unnest(${places.map(({ channel }) => channel)}::text[], ${places.map(({ address }) => address)}::text[])
      AS p(channel, address) ON p.channel = c.channel AND p.address = c.address
    WHERE c.clinic_id = ${trx.clinicId}`.execute(trx);
  return new Map(rows.map((row) => [placeKey(row), row.id]));
};

/** The conversations with these addresses; those that are not there are made. Nobody else's is locked. */
export const findOrMakeConversations = async (
  trx: ClinicTransaction,
  places: readonly Place[],
  now: Temporal.Instant,
): Promise<(place: { channel: Channel; address: string }) => string> => {
  const distinct = [...new Map(places.map((place) => [placeKey(place), place])).values()];
  const known = await selectAt(trx, distinct);
  const missing = distinct.filter((place) => !known.has(placeKey(place)));
  if (missing.length > 0) {
    const rows = missing
      .toSorted((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1))
      .map((place) => ({ id: randomUUIDv7(), ...place }));
    const json = JSON.stringify(rows.map(({ patientId, ...row }) => ({ ...row, patient_id: patientId })));
    await sql`INSERT INTO conversations (clinic_id, id, channel, address, patient_id, last_message_at)
      SELECT ${trx.clinicId}, r.id, r.channel, r.address, r.patient_id, ${now}
      FROM jsonb_to_recordset(${json}::jsonb) AS r(id uuid, channel text, address text, patient_id uuid)
      ON CONFLICT (clinic_id, channel, address) DO NOTHING`.execute(trx);
    for (const [key, id] of await selectAt(trx, missing)) known.set(key, id);
  }
  return (place) => known.get(placeKey(place))!;
};

export const selectConversations = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, ConversationRow>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ConversationRow>`
    SELECT id, channel, address, patient_id AS "patientId" FROM conversations
    WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
};
