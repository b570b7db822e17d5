import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { manualClock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import type { JobKind, JobSender } from '../platform/jobs.ts';
import { createLog } from '../platform/log.ts';
import { createSecrets } from '../platform/secrets.ts';
import { CarrierError, type CarrierRecording } from '../ports/carrier/carrier.port.ts';
import type { EmailMessage } from '../ports/email/email.port.ts';
import type { TranscriptionResult } from '../ports/transcription/transcription.port.ts';
import type { ClinicOnTrial } from './clinic-on-trial.ts';
import { showVoicemail } from './show-voicemails.ts';
import { receiveRecording } from './store-recording.ts';
import type { VoicemailDependencies } from './voicemail-work.ts';
import { tone, waveFile } from './waves-on-trial.ts';

const jobTable = sql.id('jobs_on_trial');

type WaitingJob = { id: number; kind: string; data: unknown; key: string | null };

/** Jobs in a table, so that they exist if and only if their transaction commits, as with the real engine. */
const send: JobSender = async (trx, kind, data, { key } = {}) => {
  const json = JSON.stringify(kind.data.parse(data));
  await sql`INSERT INTO ${jobTable} (kind, data, key) VALUES (${kind.name}, ${json}, ${key ?? null})`.execute(
    trx,
  );
};
const startQueue = async (database: Database) => {
  const take = async (): Promise<WaitingJob[]> => {
    const { rows } = await sql<WaitingJob>`DELETE FROM ${jobTable} RETURNING id, kind, data, key`.execute(
      database,
    );
    return rows.toSorted((a, b) => a.id - b.id);
  };
  await take();
  return { take };
};

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** Everything outside of voicemail, each part steerable: carrier, transcriber, mail server, clock. */
export const makeWorld = async (database: Database) => {
  const queue = await startQueue(database);
  const clock = manualClock('2026-11-21T09:00:00Z');
  const recordings = new Map<string, CarrierRecording & { bytes: Uint8Array }>();
  const mails: EmailMessage[] = [];
  const heard: string[] = [];
  const notes: { callId: string; kind: string; reason: string }[] = [];
  const steer: { transcript: TranscriptionResult; needsCarrierRecording: boolean } = {
    transcript: { outcome: 'text', text: 'Please call me back.' },
    needsCarrierRecording: true,
  };
  const deps: VoicemailDependencies = {
    database,
    send,
    clock,
    secrets: createSecrets(Buffer.alloc(32, 7)),
    log: createLog('silent'),
    portalUrl: async () => 'https://desk.example',
    carrier: {
      fetchRecording: async (sid) => {
        const recording = recordings.get(sid);
        if (!recording) throw new CarrierError('gone', 20_404);
        return recording.bytes;
      },
      deleteRecording: async (sid) => {
        recordings.delete(sid);
      },
      listRecordings: async (since) =>
        [...recordings.values()].filter(({ createdAt }) => Temporal.Instant.compare(createdAt, since) >= 0),
    },
    transcription: {
      name: 'trial',
      get needsCarrierRecording() {
        return steer.needsCarrierRecording;
      },
      transcribe: async ({ carrierRecordingSid }) =>
        steer.needsCarrierRecording && !recordings.has(carrierRecordingSid)
          ? { outcome: 'unavailable' }
          : steer.transcript,
    },
    email: {
      send: async (mail) => {
        mails.push(mail);
      },
      close: () => {},
    },
    listenForEmergency: async (_trx: ClinicTransaction, { text }) => {
      heard.push(text);
    },
    noteOnCall: async (_trx: ClinicTransaction, { callId, kind, reason }) => {
      notes.push({ callId, kind, reason });
    },
  };
  /** The carrier has recorded something. */
  const record = (
    callSid: string,
    bytes = waveFile({ seconds: 4, sound: tone(0.1) }),
    durationSeconds = 4,
  ) => {
    const sid = `RE${randomUUIDv7().replaceAll('-', '')}`;
    recordings.set(sid, { sid, callSid, bytes, durationSeconds, createdAt: clock.now() });
    return sid;
  };
  return { deps, queue, clock, recordings, mails, notes, heard, steer, record };
};

/** Runs what was sent, and what that sends, until nothing is left. A job that fails is run again, the fifth time as the last. */
export const workOff = async (
  { queue }: World,
  handlers: {
    kind: JobKind<never>;
    run: (data: never, attempt: { number: number; last: boolean }) => Promise<void>;
  }[],
  deliveries = 1,
): Promise<void> => {
  const byName = new Map(handlers.map((handler) => [handler.kind.name, handler.run]));
  for (let jobs = await queue.take(); jobs.length > 0; jobs = await queue.take()) {
    for (const job of jobs) {
      for (let delivery = 0; delivery < deliveries; delivery += 1) {
        for (let number = 1; number <= 5; number += 1) {
          const attempt = { number, last: number === 5 };
          const failed = await byName.get(job.kind)!(job.data as never, attempt).then(
            () => false,
            () => true,
          );
          if (!failed) break;
        }
      }
    }
  }
};

/** As the webhooks report it: three seconds, for the clinic's department. */
export const receive = ({ deps, clock }: World, clinic: ClinicOnTrial, recordingSid: string) =>
  inClinic(deps.database, clinic.clinicId, (trx) =>
    receiveRecording(
      trx,
      {
        callId: clinic.callId,
        recordingSid,
        durationSeconds: 3,
        departmentId: clinic.departmentId,
        language: 'en',
        receivedAt: clock.now(),
      },
      deps.send,
    ),
  );

export const show = ({ deps, clock }: World, { clinicId }: ClinicOnTrial, id: string) =>
  inClinic(deps.database, clinicId, (trx) =>
    showVoicemail(trx, id, { secrets: deps.secrets, now: clock.now() }),
  );

/** The row as it lies in the database. */
export const rawRow = ({ deps }: World, { clinicId }: ClinicOnTrial, id: string) =>
  inClinic(deps.database, clinicId, (trx) =>
    trx.selectFrom('voicemail_messages').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
