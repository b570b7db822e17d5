import { randomUUIDv7 } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { bearer } from 'better-auth/plugins/bearer';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type pg from 'pg';
import { createPool, type Connection } from '../platform/database/pool.ts';
import type { Log } from '../platform/log.ts';
import { accountTables, twoFactorTables } from './account-tables.ts';

export type SignInOptions = {
  connection: Connection;
  log: Log;
  /** as browsers reach this server */
  publicUrl: string;
  /** signs cookies; changing it signs everybody out */
  secret: string;
};

/** The client's address as our server saw it. Set by us on each request, so that nobody else can. */
export const addressHeader = 'x-frontdesk-address';

const day = 86_400;

const createAuth = ({ publicUrl, secret }: SignInOptions, pool: pg.Pool, log: Log) =>
  betterAuth({
    appName: 'Frontdesk',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    ...accountTables,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: {
      ...accountTables.session,
      expiresIn: 7 * day,
      updateAge: day,
      additionalFields: {
        lastUsedAt: { type: 'date', required: false, input: false, fieldName: 'last_used_at' },
      },
    },
    // Whole practices stand behind one address, so the limit counts wrong guesses of many people together.
    rateLimit: {
      ...accountTables.rateLimit,
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 60 },
        // Beside this, five wrong codes end an attempt to sign in and ten lock the second factor for a quarter of an hour.
        '/two-factor/*': { window: 60, max: 60 },
      },
    },
    advanced: {
      // platform/http/own-origin.ts does it for every route, by the same rule.
      disableCSRFCheck: true,
      cookiePrefix: 'frontdesk',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: () => randomUUIDv7() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [bearer(), twoFactor({ issuer: 'Frontdesk', schema: twoFactorTables })],
    telemetry: { enabled: false },
    // Its messages may name e-mail addresses: only the level gets into our log.
    logger: { level: 'error', log: (level) => log.warn({ level }, 'sign-in engine') },
  });

export type Auth = ReturnType<typeof createAuth>;
export type SignIn = { auth: Auth; close(): Promise<void> };

/** better-auth on our own tables, over a small pool of plain connections: accounts stand above clinics. */
export const startSignIn = (options: SignInOptions): SignIn => {
  const { connection, log } = options;
  const pool = createPool(connection, log, { max: 6 });
  return { auth: createAuth(options, pool, log), close: () => pool.end() };
};
