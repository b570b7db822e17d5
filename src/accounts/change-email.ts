import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { deleteLinksOf, replaceLink, takeLink, updateEmail } from './account-links.store.ts';
import { accessMailJob } from './access-mail-job.ts';
import { openLink } from './link-seal.ts';

type Dependencies = { database: Database; clock: Clock; secret: string };

const linkHours = 24;

/** Sends a link to the new address; until it is opened the old one stays. Whether the address is taken is not told. */
export const askForNewEmail = async (
  { database, clock, send }: Dependencies & { send: JobSender },
  userId: string,
  email: string,
): Promise<void> => {
  const expiresAt = clock.now().add({ hours: linkHours });
  await database.transaction().execute(async (trx) => {
    const linkId = await replaceLink(trx, { userId, purpose: 'new-email', email, expiresAt });
    await send(trx, accessMailJob, { mail: 'new-email', userId, linkId, email }, { key: linkId });
  });
};

/** @returns whose address it is now; null: the link is over */
export const confirmEmail = async (
  { database, clock, secret }: Dependencies,
  token: string,
): Promise<string | null> => {
  const [id] = openLink(secret, 'new-email', token) ?? [];
  if (id === undefined) return null;
  return database.transaction().execute(async (trx) => {
    const link = await takeLink(trx, id, 'new-email', clock.now());
    if (link === null || !(await updateEmail(trx, link.userId, link.email))) return null;
    // Else who still reads the old mailbox could set a new password.
    await deleteLinksOf(trx, link.userId);
    return link.userId;
  });
};
