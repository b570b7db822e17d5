import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { newSid } from './sid.ts';

/** The one account of a sandbox: what the product signs in with, and what signs the webhooks. */
export type Account = { readonly accountSid: string; readonly authToken: string; readonly createdAt: number };

const stored = z.object({
  accountSid: z.string().regex(/^AC[0-9a-f]{32}$/),
  authToken: z.string().regex(/^[0-9a-f]{32}$/),
  createdAt: z.number(),
});

export const IN_MEMORY = ':memory:';

/** Reads the account from the data folder, or makes one at the first start (readable by its owner only). */
export async function loadAccount(dataDir: string, now: number): Promise<Account> {
  if (dataDir === IN_MEMORY) return newAccount(now);
  const file = path.join(dataDir, 'account.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text !== null) return stored.parse(JSON.parse(text));
  const account = newAccount(now);
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, JSON.stringify(account, null, 2) + '\n', { mode: 0o600 });
  return account;
}

const newAccount = (now: number): Account => ({
  accountSid: newSid('AC'),
  authToken: randomBytes(16).toString('hex'),
  createdAt: now,
});
