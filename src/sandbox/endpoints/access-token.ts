import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { Account } from '../account.ts';

const CONTENT_TYPE = 'twilio-fpa;v=1';

const claims = z.object({
  sub: z.string(),
  exp: z.number(),
  grants: z.object({
    identity: z.string().min(1).max(256),
    voice: z.object({ incoming: z.object({ allow: z.literal(true) }) }),
  }),
});

/** The identity a client's access token proves, or null: wrong signature, account, kind, or expired. */
export async function identityOf(account: Account, token: string, now: number): Promise<string | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(account.authToken), {
      algorithms: ['HS256'],
      currentDate: new Date(now),
    });
    if (protectedHeader.cty !== CONTENT_TYPE) return null;
    const { sub, grants } = claims.parse(payload);
    return sub === account.accountSid ? grants.identity : null;
  } catch {
    return null;
  }
}
