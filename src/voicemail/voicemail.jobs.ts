import { handle, type CronHandler, type JobHandler } from '../platform/jobs.ts';
import { fetchRecording } from './fetch-recording.ts';
import { reconcileRecordings } from './reconcile-recordings.ts';
import { sendNotice } from './send-notice.ts';
import { transcribeRecording } from './transcribe-recording.ts';
import { keepVoicemailUp } from './upkeep.ts';
import {
  fetchJob,
  noticeJob,
  releaseJob,
  transcribeJob,
  type VoicemailDependencies,
} from './voicemail-work.ts';

export const voicemailHandlers = (deps: VoicemailDependencies): JobHandler<never>[] => [
  handle(fetchJob, (data, attempt) => fetchRecording(deps, data, attempt)),
  handle(transcribeJob, (data, attempt) => transcribeRecording(deps, data, attempt)),
  handle(noticeJob, (data) => sendNotice(deps, data)),
  handle(releaseJob, ({ recordingSid }) => deps.carrier.deleteRecording(recordingSid)),
];

export const voicemailCrons = (deps: VoicemailDependencies): CronHandler[] => [
  { name: 'voicemail.reconcile', cron: '* * * * *', run: () => reconcileRecordings(deps) },
  { name: 'voicemail.upkeep', cron: '17 * * * *', run: () => keepVoicemailUp(deps) },
];
