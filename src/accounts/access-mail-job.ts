import { z } from 'zod';
import type { JobKind } from '../platform/jobs.ts';

const accessMail = z.discriminatedUnion('mail', [
  z.object({ mail: z.literal('new-password'), email: z.string() }),
  z.object({ mail: z.literal('new-email'), userId: z.uuid(), linkId: z.uuid(), email: z.string() }),
  z.object({ mail: z.literal('invitation'), clinicId: z.uuid(), invitationId: z.uuid() }),
]);
export type AccessMail = z.infer<typeof accessMail>;

/** Mails that let somebody in. Tried for some hours: the links in them hold longer. */
export const accessMailJob: JobKind<AccessMail> = {
  name: 'accounts.mail',
  data: accessMail,
  retries: 8,
  retryDelaySeconds: 15,
};

export const accountJobKinds = [accessMailJob] as JobKind<never>[];
