import { listOwners } from '../accounts/list-owners.ts';
import { inClinic } from '../platform/database/database.ts';
import { EmailError } from '../ports/email/email.port.ts';
import { writeSwitchedOffMail } from './rules/switched-off-mail.ts';
import type { NoticeDependencies, OneWebhook } from './webhook-work.ts';
import { selectWebhook } from './webhooks.store.ts';

/**
 * Mails to each owner that a webhook was switched off. After a crash in the middle the mails before it go out again,
 * under the same Message-ID: better twice than never.
 * @throws EmailError to be run again later
 */
export const tellOwners = async (
  { database, log, email, portalUrl }: NoticeDependencies,
  { clinicId, webhookId }: OneWebhook,
): Promise<void> => {
  const found = await inClinic(database, clinicId, async (trx) => ({
    webhook: await selectWebhook(trx, webhookId),
    owners: await listOwners(trx),
  }));
  const disabledAt = found.webhook?.disabledAt ?? null;
  if (found.webhook === null || disabledAt === null) return; // removed or switched on again meanwhile
  const { host } = new URL(found.webhook.url);
  const link = `${await portalUrl()}/clinics/${clinicId}/settings/webhooks`;
  for (const owner of found.owners) {
    const { name, clinic } = owner;
    try {
      await email.send({
        to: owner.email,
        key: `webhook-off:${webhookId}:${disabledAt}:${owner.userId}`,
        ...writeSwitchedOffMail(owner.language, { name, clinic, host, link }),
      });
    } catch (error) {
      if (!(error instanceof EmailError && error.failure === 'never')) throw error;
      log.warn({ clinicId, webhookId, code: error.code }, 'a mail about a webhook was refused');
    }
  }
};
