// Makes a clinic and its owner's account: `npm run clinic:create -- --name … --number … --owner … --email …`.
// With the embedded database, stop Frontdesk first: the data folder belongs to one process at a time.
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { addMember } from '../src/accounts/add-member.ts';
import { createAccount } from '../src/accounts/create-account.ts';
import { createClinic } from '../src/clinics/create-clinic.ts';
import { languageSchema } from '../src/clinics/rules/language.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/open-database.ts';
import { createDatabase, inClinic } from '../src/platform/database/database.ts';
import type { Connection } from '../src/platform/database/pool.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { createLog } from '../src/platform/log.ts';
import { StartFailure } from '../src/platform/start-failure.ts';
import { addStaffMember } from '../src/staff/add-staff-member.ts';

const zoneExists = (zone: string): boolean => {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
};

const usage = `Usage: npm run clinic:create -- --name "Lakeside Dental" --number +13125550100 \\
  --time-zone America/Chicago --language en --currency USD --owner "Margaret Chen" --email owner@example.org`;

const argumentsSchema = z.object({
  name: z.string().min(1).max(100),
  number: z.string().regex(/^\+[1-9][0-9]{4,14}$/, 'must be E.164, such as +13125550100'),
  'time-zone': z.string().refine(zoneExists, 'must be a zone such as Europe/Berlin'),
  language: languageSchema,
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be three letters, such as EUR'),
  owner: z.string().min(1).max(100),
  email: z.email(),
});

const option = { type: 'string' } as const;

const readArguments = () => {
  const { values } = parseArgs({
    options: {
      name: option,
      number: option,
      'time-zone': option,
      language: option,
      currency: option,
      owner: option,
      email: option,
    },
  });
  const parsed = argumentsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`);
  throw new StartFailure(`${problems.join('\n')}\n\n${usage}`);
};

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'clinic';

const makeClinic = async (
  connection: Connection,
  wanted: ReturnType<typeof readArguments>,
  password: string,
): Promise<void> => {
  const { database, close } = createDatabase(connection, createLog('silent'), 2);
  try {
    await inClinic(database, randomUUIDv7(), async (trx) => {
      const { name, number: phoneNumber, language, currency, owner, email } = wanted;
      const timeZone = wanted['time-zone'];
      await createClinic(trx, { name, slug: slugOf(name), timeZone, language, currency, phoneNumber });
      const userId = await createAccount(trx, { name: owner, email, password });
      await addMember(trx, userId, 'owner');
      await addStaffMember(trx, { name: owner, email, userId });
    });
  } finally {
    await close();
  }
};

const create = async (): Promise<string> => {
  const wanted = readArguments();
  const root = path.resolve(import.meta.dirname, '..');
  const config = readConfig({ ...process.env, DATA_DIR: process.env['DATA_DIR'] || path.join(root, 'data') });
  const server = await openDatabase(config);
  try {
    await migrate(server.connection);
    const password = randomBytes(12).toString('base64url');
    await makeClinic(server.connection, wanted, password);
    return `${wanted.name} is ready.\n\n  Sign in as  ${wanted.email}\n  Password    ${password}\n`;
  } finally {
    await server.stop();
  }
};

/** 23505: something unique is there already. The constraint's name says what, without repeating it. */
const explain = (error: unknown): string => {
  if (error instanceof StartFailure) return error.message;
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23505') return `That exists already (${constraint}). Nothing was changed.`;
  throw error;
};

try {
  console.log(await create());
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
