import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { SealedTable } from '../platform/database/reseal-rows.ts';
import type { JobKind, JobSender } from '../platform/jobs.ts';
import type { Secrets } from '../platform/secrets.ts';

/** What the change of a key needs from outside. */
export type ResealDependencies = {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  send: JobSender;
  /** everything of clinics that is sealed */
  sealedTables: readonly SealedTable[];
};

/** Seals what is left with the current key; after a while it hands over to the next job, so that none runs for long. */
export const resealJob: JobKind<Record<string, never>> = {
  name: 'encryption.reseal',
  data: z.strictObject({}),
  retries: 20,
  retryDelaySeconds: 5,
  concurrency: 1,
};

/** One such job waits at a time. */
export const resealKey = 'reseal';

export const encryptionJobKinds = [resealJob] as JobKind<never>[];
