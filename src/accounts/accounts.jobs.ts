import { handle, type JobHandler } from '../platform/jobs.ts';
import { accessMailJob } from './access-mail-job.ts';
import { sendAccessMail, type MailDependencies } from './send-access-mail.ts';

export const accountHandlers = (deps: MailDependencies): JobHandler<never>[] => [
  handle(accessMailJob, (mail) => sendAccessMail(deps, mail)),
];
