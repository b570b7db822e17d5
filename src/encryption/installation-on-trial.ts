import { createCipheriv, randomBytes, randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { manualClock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import type { KeySource } from '../platform/key-source.ts';
import { derive } from '../platform/keyring.ts';
import { createLog } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';
import { sealedTables } from '../sealed-tables.ts';
import { openText, sealAudio } from '../voicemail/sealed-content.ts';
import type { ResealDependencies } from './reseal-work.ts';

export const clock = manualClock('2026-11-20T15:00:00Z');
export const keyOf = (fill: number): Buffer => Buffer.alloc(32, fill);

/** As the environment of a process names its keys; a restart with others is another source. */
export const keysOf = (...fills: number[]): KeySource => ({ file: null, read: () => fills.map(keyOf) });

/** @param sent gets the jobs that were asked for */
export const depsOf = (
  database: Database,
  secrets: Secrets,
  sent: string[] = [],
): ResealDependencies & { log: ReturnType<typeof createLog> } => ({
  database,
  clock,
  secrets,
  log: createLog('silent'),
  send: async (_trx, kind) => void sent.push(kind.name),
  sealedTables,
});

export const addClinic = async (database: Database): Promise<string> => {
  const id = randomUUIDv7();
  await sql`INSERT INTO clinics (id, name, slug) VALUES (${id}, 'Trial', ${id})`.execute(database);
  return id;
};

/** Sealed as before keys had names. */
const sealUnnamed = (key: Uint8Array, text: string, context: string): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(key, 'data at rest'), nonce).setAAD(
    Buffer.from(context),
  );
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body]);
};

/** A voicemail with sealed audio and an old, unnamed transcript. @returns its id */
export const addVoicemail = (
  database: Database,
  clinicId: string,
  { secrets, key, text }: { secrets: Secrets; key: Uint8Array; text: string },
): Promise<string> =>
  inClinic(database, clinicId, async (trx) => {
    const [id, callId] = [randomUUIDv7(), randomUUIDv7()];
    await sql`INSERT INTO call_logs (clinic_id, id, carrier_sid, direction, from_number, to_number, language, status, status_since, state, started_at, ended_at, last_fact_at)
      VALUES (${clinicId}, ${callId}, ${callId}, 'inbound', 'anonymous', '+13125550100', 'en', 'ended', now(), '{}', now(), now(), now())`.execute(
      trx,
    );
    const audio = sealAudio(secrets, clinicId, id, new TextEncoder().encode(`audio ${text}`));
    const transcript = sealUnnamed(key, text, `voicemail:${clinicId}:${id}:transcript`);
    await sql`INSERT INTO voicemail_messages (clinic_id, id, call_id, recording_sid, language, received_at, duration_seconds, audio_status, audio, transcript, transcription)
      VALUES (${clinicId}, ${id}, ${callId}, ${id}, 'en', now(), 3, 'ready', ${audio}, ${transcript}, 'done')`.execute(
      trx,
    );
    return id;
  });

/** The transcripts that open, and how many values begin as the current key's do. */
export const readVoicemails = (database: Database, clinicId: string, secrets: Secrets) =>
  inClinic(database, clinicId, async (trx) => {
    const { rows } = await sql<{ id: string; audio: Buffer; transcript: Buffer }>`
      SELECT id, audio, transcript FROM voicemail_messages WHERE clinic_id = ${clinicId} ORDER BY id`.execute(
      trx,
    );
    const named = rows
      .flatMap(({ audio, transcript }) => [audio, transcript])
      .filter((sealed) => sealed.subarray(0, 9).equals(secrets.keys.mark()));
    return {
      texts: rows.map(({ id, transcript }) => openText(secrets, 'transcript', clinicId, id, transcript)),
      sounds: rows.map(({ id, audio }) =>
        new TextDecoder().decode(secrets.decrypt(audio, `voicemail:${clinicId}:${id}`)),
      ),
      withCurrentKey: named.length,
    };
  });
