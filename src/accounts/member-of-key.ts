import { createHash } from 'node:crypto';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import { selectKeyByHash, touchKey } from './api-keys.store.ts';
import type { Member } from './require-member.ts';
import { roleSchema } from './rules/role.ts';

export const keyPrefix = 'fdk_';

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** The API key in an Authorization header; null when there is something else. */
export const keyIn = (authorization: string | undefined): string | null =>
  /^Bearer (fdk_[\w-]{20,100})$/.exec(authorization ?? '')?.[1] ?? null;

const touchEvery = Temporal.Duration.from({ minutes: 1 });

/**
 * The program behind a key, as far as its maker may go today: who has left takes the key along, who may do less makes
 * the key do less.
 */
export const memberOfKey = (
  { database, clock }: { database: Database; clock?: Clock },
  clinicId: string,
  key: string,
): Promise<Member | null> =>
  inClinic(database, clinicId, async (trx) => {
    if (clock === undefined) return null;
    const now = clock.now();
    const found = await selectKeyByHash(trx, hashOfKey(key), now);
    if (found === null) return null;
    if (found.lastUsedAt === null || Temporal.Instant.compare(found.lastUsedAt.add(touchEvery), now) < 0)
      await touchKey(trx, found.id, now);
    return {
      userId: found.userId,
      userName: found.name,
      clinicId,
      role: roleSchema.parse(found.role),
      staffId: null,
      apiKey: { id: found.id, scopes: found.scopes },
    };
  });
