import { z } from 'zod';

const count = z.number().int();
const fingerprint = z.string().describe('names a key, and reveals nothing of it');

/** `GET /api/v1/installation/encryption` */
export const keyViewSchema = z.object({
  source: z.enum(['environment', 'file']),
  file: z.string().nullable().describe('the key’s file, where it is kept in one'),
  fingerprint: fingerprint.describe('the key that things are sealed with'),
  since: z.iso.datetime(),
  sealed: z.object({ recordings: count, transcripts: count, settings: count }),
  waiting: z
    .object({
      fingerprint: fingerprint.describe('the key to come'),
      processes: count.describe('that run'),
      ready: count.describe('of them that have it, and want it'),
    })
    .nullable()
    .describe('a change that begins as soon as every process has the new key'),
  resealing: z
    .object({ total: count.nullable().describe('null: being counted'), done: count })
    .nullable()
    .describe('a change under way: how much is sealed with the new key'),
  unopened: count.describe('sealed with a key that this installation does not have; left as it is'),
  former: z
    .array(
      z.object({
        fingerprint,
        until: z.iso.datetime(),
        needed: z.boolean().describe('something is still sealed with it'),
      }),
    )
    .describe('other keys that this installation still has'),
});
export type KeyView = z.infer<typeof keyViewSchema>;

export const keyViewExample: KeyView = {
  source: 'file',
  file: '/var/lib/frontdesk/encryption.key',
  fingerprint: '4be1c0a97d2f6631',
  since: '2026-11-20T15:00:00Z',
  sealed: { recordings: 1200, transcripts: 1150, settings: 2 },
  waiting: null,
  resealing: { total: 2357, done: 800 },
  unopened: 0,
  former: [{ fingerprint: '09ac51f3e8d7b246', until: '2026-11-20T15:00:00Z', needed: true }],
};
