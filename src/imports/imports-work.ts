import { z } from 'zod';
import type { OnAppointmentsChanged } from '../appointments/note-appointment-change.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { JobKind, JobSender } from '../platform/jobs.ts';
import type { Secrets } from '../platform/secrets.ts';

/** What an import needs from outside. */
export type ImportDependencies = {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  send: JobSender;
  onAppointmentsChanged: OnAppointmentsChanged;
};

type OneImport = { clinicId: string; importId: string };
const oneImport = z.object({ clinicId: z.uuid(), importId: z.uuid() });

/** Takes the uploaded file apart into batches of rows. */
export const readJob: JobKind<OneImport> = {
  name: 'imports.read',
  data: oneImport,
  retries: 8,
  retryDelaySeconds: 5,
  concurrency: 1,
};

/** Does batch after batch; after a while it hands over to the next job, so that none runs for long. */
export const runJob: JobKind<OneImport> = {
  name: 'imports.run',
  data: oneImport,
  retries: 20,
  retryDelaySeconds: 5,
  concurrency: 1,
};

/** Takes away again what an import has added. */
export const undoJob: JobKind<OneImport> = {
  name: 'imports.undo',
  data: oneImport,
  retries: 20,
  retryDelaySeconds: 5,
  concurrency: 1,
};

export const importJobKinds = [readJob, runJob, undoJob] as JobKind<never>[];
