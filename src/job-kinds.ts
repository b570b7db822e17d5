import { accountJobKinds } from './accounts/access-mail-job.ts';
import { callJobKinds } from './calls/call-jobs.ts';
import { encryptionJobKinds } from './encryption/reseal-work.ts';
import { importJobKinds } from './imports/imports-work.ts';
import { patientJobKinds } from './patients/compare-patients.ts';
import { voicemailJobKinds } from './voicemail/voicemail-work.ts';
import { webhookJobKinds } from './webhooks/webhook-work.ts';
import { workflowJobKinds } from './workflows/bulk/bulk-work-job.ts';
import type { JobKind } from './platform/jobs.ts';

/** Every kind of job there is, so that whoever sends one finds its queue. */
export const jobKinds = [
  ...accountJobKinds,
  ...callJobKinds,
  ...encryptionJobKinds,
  ...importJobKinds,
  ...patientJobKinds,
  ...voicemailJobKinds,
  ...webhookJobKinds,
  ...workflowJobKinds,
] as JobKind<never>[];
