import { languageSchema } from '../clinics/rules/language.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import { EmailError, type Email } from '../ports/email/email.port.ts';
import type { AccessMail } from './access-mail-job.ts';
import { replaceLink, selectPersonByEmail } from './account-links.store.ts';
import { selectInvitationForMail } from './invitations.store.ts';
import { sealLink } from './link-seal.ts';
import { writeEmailMail, writeInvitationMail, writePasswordMail } from './rules/access-mails.ts';
import { selectPersonById } from './accounts.store.ts';

export type MailDependencies = {
  database: Database;
  clock: Clock;
  log: Log;
  email: Email;
  /** seals the links */
  secret: string;
  portalUrl: () => Promise<string>;
};

type Written = { to: string; key: string; subject: string; text: string };

/** What stands behind # is not sent to servers, so links stand in no log. */
const linkTo = async (deps: MailDependencies, page: string, token: string): Promise<string> =>
  `${await deps.portalUrl()}/${page}#${token}`;

const passwordMail = async (deps: MailDependencies, email: string): Promise<Written | null> => {
  const person = await selectPersonByEmail(deps.database, email);
  if (person === null) return null;
  const expiresAt = deps.clock.now().add({ hours: 1 });
  const linkId = await deps.database
    .transaction()
    .execute((trx) => replaceLink(trx, { userId: person.id, purpose: 'new-password', email, expiresAt }));
  const link = await linkTo(deps, 'new-password', sealLink(deps.secret, 'new-password', linkId));
  const text = writePasswordMail(languageSchema.parse(person.language), person.name, link);
  return { to: person.email, key: `password:${linkId}`, ...text };
};

const emailMail = async (
  deps: MailDependencies,
  { userId, linkId, email }: Extract<AccessMail, { mail: 'new-email' }>,
): Promise<Written | null> => {
  const person = await selectPersonById(deps.database, userId);
  if (person === null) return null;
  const link = await linkTo(deps, 'new-email', sealLink(deps.secret, 'new-email', linkId));
  const language = languageSchema.parse(person.language ?? 'en');
  return { to: email, key: `email:${linkId}`, ...writeEmailMail(language, person.name, link) };
};

const invitationMail = async (
  deps: MailDependencies,
  { clinicId, invitationId }: Extract<AccessMail, { mail: 'invitation' }>,
): Promise<Written | null> => {
  const found = await inClinic(deps.database, clinicId, (trx) => selectInvitationForMail(trx, invitationId));
  if (found === null) return null; // withdrawn or accepted in the meantime
  const token = sealLink(deps.secret, 'invitation', clinicId, invitationId);
  const link = await linkTo(deps, 'invitation', token);
  const known = await selectPersonByEmail(deps.database, found.email);
  const text = writeInvitationMail(languageSchema.parse(known?.language ?? found.language), {
    ...found,
    link,
  });
  return { to: found.email, key: `invitation:${invitationId}:${found.sentAt.epochMilliseconds}`, ...text };
};

const write = (deps: MailDependencies, mail: AccessMail): Promise<Written | null> => {
  switch (mail.mail) {
    case 'new-password':
      return passwordMail(deps, mail.email);
    case 'new-email':
      return emailMail(deps, mail);
    case 'invitation':
      return invitationMail(deps, mail);
  }
};

/** @throws EmailError to be run again later */
export const sendAccessMail = async (deps: MailDependencies, mail: AccessMail): Promise<void> => {
  const written = await write(deps, mail);
  if (written === null) return;
  try {
    await deps.email.send(written);
  } catch (error) {
    if (!(error instanceof EmailError && error.failure === 'never')) throw error;
    deps.log.warn({ mail: mail.mail, code: error.code }, 'a mail that lets somebody in was refused');
  }
};
