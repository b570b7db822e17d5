import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from './database/database.ts';

/** What the parts of one installation tell each other through the database, by name. */
const serviceEndpoints = {
  sandbox: z.object({
    baseUrl: z.string(),
    accountSid: z.string(),
    authToken: z.string(),
    smtpUrl: z.string(),
  }),
  web: z.object({ publicUrl: z.string() }),
};
type Endpoints = { [Name in keyof typeof serviceEndpoints]: z.infer<(typeof serviceEndpoints)[Name]> };

export type SandboxEndpoint = Endpoints['sandbox'];

export const publishEndpoint = async <Name extends keyof Endpoints>(
  database: Database,
  name: Name,
  value: Endpoints[Name],
): Promise<void> => {
  const json = JSON.stringify(value);
  await database
    .insertInto('service_endpoints')
    .values({ name, value: json })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json, updated_at: sql`now()` }))
    .execute();
};

/** @returns null when no process has published it yet */
export const findEndpoint = async <Name extends keyof Endpoints>(
  database: Database,
  name: Name,
): Promise<Endpoints[Name] | null> => {
  const row = await database
    .selectFrom('service_endpoints')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  return row ? (serviceEndpoints[name].parse(row.value) as Endpoints[Name]) : null;
};
