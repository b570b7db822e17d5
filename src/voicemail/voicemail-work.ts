import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';
import type { JobKind, JobSender } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { Carrier } from '../ports/carrier/carrier.port.ts';
import type { Email } from '../ports/email/email.port.ts';
import type { Transcription } from '../ports/transcription/transcription.port.ts';

/** What the work behind a voicemail needs from outside. */
export type VoicemailDependencies = {
  database: Database;
  send: JobSender;
  secrets: Secrets;
  clock: Clock;
  log: Log;
  carrier: Pick<Carrier, 'fetchRecording' | 'deleteRecording' | 'listRecordings'>;
  transcription: Transcription;
  email: Email;
  /** as staff reaches the portal, without a slash at the end */
  portalUrl: () => Promise<string>;
  /** hears whether a caller has told of an emergency; calls own it */
  listenForEmergency: (
    trx: ClinicTransaction,
    said: { callId: string; text: string; at: Temporal.Instant },
  ) => Promise<void>;
  /** writes a step into the call's history; calls own it */
  noteOnCall: (
    trx: ClinicTransaction,
    note: { callId: string; kind: string; reason: string; at: Temporal.Instant; recordingSid?: string },
  ) => Promise<void>;
};

type OneVoicemail = { clinicId: string; voicemailId: string };
const oneVoicemail = z.object({ clinicId: z.uuid(), voicemailId: z.uuid() });

/**
 * Kinds of work, each sent with the voicemail's id as its key. Few attempts each: what stays undone is found again by
 * the reconciliation (every minute) and the upkeep (every hour), for as long as it takes.
 */
export const fetchJob: JobKind<OneVoicemail> = {
  name: 'voicemail.fetch',
  data: oneVoicemail,
  retries: 4,
  retryDelaySeconds: 5,
};

export const transcribeJob: JobKind<OneVoicemail> = {
  name: 'voicemail.transcribe',
  data: oneVoicemail,
  retries: 6,
  retryDelaySeconds: 20,
  concurrency: 2,
};

/** Nothing else looks after notices, so they are tried for a day. */
export const noticeJob: JobKind<OneVoicemail> = {
  name: 'voicemail.notice',
  data: oneVoicemail,
  retries: 12,
  retryDelaySeconds: 20,
};

/** Deletes a recording at the carrier. */
export const releaseJob: JobKind<{ recordingSid: string }> = {
  name: 'voicemail.release',
  data: z.object({ recordingSid: z.string().min(1) }),
  retries: 3,
  retryDelaySeconds: 30,
};

export const voicemailJobKinds = [fetchJob, transcribeJob, noticeJob, releaseJob] as JobKind<never>[];
