import { randomUUID } from 'node:crypto';
import type { CallDependencies } from '../../calls/apply-fact.ts';
import { listenForEmergency } from '../../calls/listen-for-emergency.ts';
import { noteOnCall } from '../../calls/note-on-call.ts';
import { dispatchEvents, type EventConsumer } from '../../events/dispatch-events.ts';
import { deliverClinic } from '../../messages/delivery/deliver-due.ts';
import { noteStatus } from '../../messages/delivery/note-status.ts';
import type { Clock } from '../../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../../platform/database/database.ts';
import type { JobSender } from '../../platform/jobs.ts';
import type { Log } from '../../platform/log.ts';
import type { Secrets } from '../../platform/secrets.ts';
import { fetchRecording } from '../../voicemail/fetch-recording.ts';
import { transcribeRecording } from '../../voicemail/transcribe-recording.ts';
import { fetchJob, transcribeJob, type VoicemailDependencies } from '../../voicemail/voicemail-work.ts';
import { advanceDue } from '../../workflows/engine/advance-due.ts';
import { followAppointments } from '../../workflows/engine/follow-appointments.ts';
import { passOnMessageFacts } from '../../workflows/engine/pass-on-message-facts.ts';
import { startInstances } from '../../workflows/engine/start-instances.ts';
import { tellInstances } from '../../workflows/people/tell-instances.ts';
import { babble } from './babble.ts';
import { selectNextDue } from './demo-past.store.ts';

export type PastNeeds = { database: Database; log: Log; secrets: Secrets; portalUrl: string };

export const newSid = (kind: 'CA' | 'RE' | 'SM'): string => `${kind}${randomUUID().replaceAll('-', '')}`;

type Work = { name: string; data: unknown };
type OneVoicemail = Parameters<typeof fetchRecording>[1];

/** A clock that is set, never run. */
const pastClock = (start: Temporal.Instant): Clock & { set(at: Temporal.Instant): void } => {
  let at = start;
  return {
    now: () => at,
    set: (next) => {
      at = next;
    },
  };
};

/**
 * The product at an earlier time, with nobody outside: messages arrive as soon as they are sent, recordings are what
 * `says` has for them, and what would be asked of the carrier about a call is not done.
 */
export const openPastDesk = (
  { database, log, secrets, portalUrl }: PastNeeds,
  clinicId: string,
  start: Temporal.Instant,
) => {
  const clock = pastClock(start);
  const says = new Map<string, string>();
  const work: Work[] = [];
  const sent: { query: URLSearchParams; sid: string }[] = [];
  const send: JobSender = async (_, { name }, data) => {
    work.push({ name, data });
  };
  const onAppointmentsChanged = (trx: ClinicTransaction, ids: readonly string[]): Promise<void> =>
    followAppointments(trx, ids, clock.now());
  const calls: CallDependencies = {
    database,
    clock,
    send,
    spoken: async (_, steps) => steps,
    errands: { mayConfirm: async () => false, carryOut: async () => {} },
    render: () => '',
  };
  const email = { send: async () => {}, close: () => {} };
  const voicemail: VoicemailDependencies = {
    database,
    send,
    secrets,
    clock,
    log,
    email,
    portalUrl: async () => portalUrl,
    carrier: {
      fetchRecording: async (sid) => babble(says.get(sid) ?? '', says.size % 2 === 0 ? 120 : 205),
      deleteRecording: async () => {},
      listRecordings: async () => [],
    },
    transcription: {
      name: 'demo',
      needsCarrierRecording: false,
      transcribe: async ({ carrierRecordingSid }) => ({
        outcome: 'text',
        text: says.get(carrierRecordingSid) ?? '',
      }),
    },
    listenForEmergency,
    noteOnCall,
  };
  const delivery = {
    ...voicemail,
    carrier: {
      sendMessage: async ({ statusUrl }: { statusUrl: string }) => {
        const sid = newSid('SM');
        sent.push({ query: new URL(statusUrl).searchParams, sid });
        return sid;
      },
      messagesTo: async () => [],
    },
    push: { publicKey: '', send: async () => 'gone' as const },
  };

  /** Brings home what was recorded. @returns the voicemails */
  const workJobs = async (): Promise<string[]> => {
    const done: string[] = [];
    for (let job = work.shift(); job !== undefined; job = work.shift()) {
      if (job.name !== fetchJob.name && job.name !== transcribeJob.name) continue;
      const one = job.data as OneVoicemail;
      if (job.name === fetchJob.name) await fetchRecording(voicemail, one, { last: true });
      else await transcribeRecording(voicemail, one, { last: true });
      if (job.name === transcribeJob.name) done.push(one.voicemailId);
    }
    return done;
  };

  const consume: EventConsumer = async (trx, events) => {
    await tellInstances(trx, events, clock.now());
    await startInstances(trx, events, clock.now());
  };

  const deliver = async (): Promise<void> => {
    await deliverClinic(delivery, clinicId);
    for (const { query, sid } of sent.splice(0)) {
      const report = { sid, status: 'delivered', errorCode: null };
      const about = { clinicId, messageId: query.get('message')! };
      await noteStatus(database, about, report, clock.now().add({ seconds: 3 }));
    }
  };

  /** Does what is due now, as the workers would. @returns when something will be; null: nothing is planned */
  const settle = async (): Promise<Temporal.Instant | null> => {
    const now = clock.now();
    await dispatchEvents(database, clinicId, [consume], now);
    await passOnMessageFacts(database, clinicId, now);
    await advanceDue({ database, log }, clinicId, now);
    const next = () => inClinic(database, clinicId, selectNextDue);
    const due = await next();
    if (due === null || Temporal.Instant.compare(due, now) > 0) return due;
    await deliver();
    return next();
  };

  return { database, clinicId, clock, calls, says, onAppointmentsChanged, workJobs, settle };
};
export type PastDesk = ReturnType<typeof openPastDesk>;
