import { randomUUIDv7 } from 'node:crypto';
import { PgBoss, fromKysely, type JobWithMetadata } from 'pg-boss';
import type { z } from 'zod';
import type { Transaction } from 'kysely';
import type { DB } from './database/schema.ts';
import type { Connection } from './database/pool.ts';
import { SteadyClient } from './database/steady-client.ts';
import type { Log } from './log.ts';

/** A kind of work that happens after the transaction that asked for it. */
export type JobKind<Data> = {
  name: string;
  data: z.ZodType<Data>;
  /** Attempts after the first; the pause doubles from `retryDelaySeconds`. Default 5 from 5 s. */
  retries?: number;
  retryDelaySeconds?: number;
  /** How late a repeat, or a job after a lost connection, may be noticed, in seconds, at least 0.5. Default 2. */
  pollSeconds?: number;
  /** Jobs of this kind that one process works on at once. Default 2. */
  concurrency?: number;
};

export type SendOptions = {
  /** Deterministic key: a second job with the same key is not made while the first waits or runs. */
  key?: string;
  startAfter?: Temporal.Instant;
};

/** Asks for work inside the caller's transaction: it exists if and only if the transaction commits. */
export type JobSender = <Data>(
  trx: Transaction<DB>,
  kind: JobKind<Data>,
  data: Data,
  options?: SendOptions,
) => Promise<void>;

export type JobHandler<Data> = {
  kind: JobKind<Data>;
  run: (data: Data, attempt: { number: number; last: boolean }) => Promise<void>;
};
export type CronHandler = { name: string; cron: string; run: () => Promise<void> };

export type Jobs = {
  send: JobSender;
  /** Starts working; `stop` waits for what runs (at most 10 s). */
  work(handlers: JobHandler<never>[], crons: CronHandler[]): Promise<void>;
  stop(): Promise<void>;
};

/** One handler list may hold handlers of different data. */
export const handle = <Data>(kind: JobKind<Data>, run: JobHandler<Data>['run']): JobHandler<never> =>
  ({ kind, run }) as unknown as JobHandler<never>;

const queueOptions = (kind: JobKind<never>) => ({
  notify: true,
  policy: 'short' as const,
  retryLimit: kind.retries ?? 5,
  retryDelay: kind.retryDelaySeconds ?? 5,
  retryBackoff: true,
  expireInSeconds: 300,
  heartbeatSeconds: 10,
  deleteAfterSeconds: 86_400,
});

/**
 * pg-boss on the product's own database. Jobs are sent in the transaction of the rows they belong to, as the role
 * `frontdesk_app`; the engine itself works as the owner of its schema.
 * @param kinds every kind of job there is: queues exist before anybody sends
 */
export const startJobs = async (connection: Connection, kinds: JobKind<never>[], log: Log): Promise<Jobs> => {
  const target = typeof connection === 'string' ? { connectionString: connection } : connection;
  // The engine hands its options on to its pool, which takes the class of its clients from there.
  const steady: object = { Client: SteadyClient };
  const boss = new PgBoss({
    ...target,
    ...steady,
    max: 6,
    useListenNotify: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  boss.on('error', (error) =>
    log.error({ code: (error as { code?: string }).code, message: error.message }, 'job engine'),
  );
  await boss.start();
  for (const kind of kinds) await boss.createQueue(kind.name, queueOptions(kind));
  await grantToProduct(boss);

  return {
    async send(trx, kind, data, options = {}) {
      await boss.send(
        kind.name,
        { data: kind.data.parse(data) },
        {
          db: fromKysely(trx),
          // The queue policy allows one waiting job per key: a job without a key of its own must not meet another.
          singletonKey: options.key ?? randomUUIDv7(),
          ...(options.startAfter === undefined ? {} : { startAfter: options.startAfter.toString() }),
        },
      );
    },
    async work(handlers, crons) {
      for (const { kind, run } of handlers) {
        await boss.work(
          kind.name,
          {
            includeMetadata: true as const,
            localConcurrency: kind.concurrency ?? 2,
            // New jobs announce themselves. Repeated ones do not, nor do any while the connection is being made anew.
            pollingIntervalSeconds: kind.pollSeconds ?? 2,
            notifyPollingIntervalSeconds: kind.pollSeconds ?? 2,
          },
          async ([job]: JobWithMetadata<{ data: unknown }>[]) => {
            if (!job) return;
            const attempt = { number: job.retryCount + 1, last: job.retryCount >= job.retryLimit };
            try {
              await run(kind.data.parse(job.data.data), attempt);
            } catch (error) {
              log.warn(
                { job: kind.name, id: job.id, attempt: attempt.number, error: describe(error) },
                'job failed',
              );
              throw error;
            }
          },
        );
      }
      for (const { name, cron, run } of crons) {
        await boss.createQueue(name, {
          policy: 'short',
          retryLimit: 0,
          deleteAfterSeconds: 3600,
          heartbeatSeconds: 10,
        });
        await boss.schedule(name, cron);
        await boss.work(name, { pollingIntervalSeconds: 5 }, async () => run());
      }
    },
    stop: () => boss.stop({ graceful: true, close: true, timeout: 10_000 }),
  };
};

/** Names and codes only: messages of foreign errors may carry telephone numbers. */
const describe = (error: unknown): string =>
  error instanceof Error
    ? [error.name, (error as { code?: unknown }).code, (error as { status?: unknown }).status]
        .filter(Boolean)
        .join(' ')
    : 'unknown';

const grantToProduct = async (boss: PgBoss): Promise<void> => {
  const db = boss.getDb();
  await db.executeSql(
    `DO $$ BEGIN
       GRANT USAGE ON SCHEMA pgboss TO frontdesk_app;
       GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO frontdesk_app;
       ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO frontdesk_app;
       GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO frontdesk_app;
     EXCEPTION WHEN undefined_object THEN NULL; END $$`,
    [],
  );
};
