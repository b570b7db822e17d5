import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { EmailError, type Email } from '../email.port.ts';

type SmtpProblem = { code?: unknown; responseCode?: unknown };

/**
 * 5xx is the server's last word about this message; all else may go better later. A refused password (535) is our
 * setting, not the message's fault: it is repeated, so that nothing is lost while somebody corrects it.
 */
export const asEmailError = ({ code, responseCode }: SmtpProblem): EmailError => {
  const name = typeof code === 'string' ? code : 'unknown';
  const reply = typeof responseCode === 'number' ? String(responseCode) : name;
  if (name === 'EAUTH' || name === 'ENOAUTH') return new EmailError('later', reply);
  if (typeof responseCode === 'number') return new EmailError(responseCode >= 500 ? 'never' : 'later', reply);
  return new EmailError(name === 'EENVELOPE' || name === 'EMESSAGE' ? 'never' : 'later', reply);
};

const domainOf = (from: string): string => /@([^\s>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

/** The key itself may be anything; in a header it must be harmless. */
const messageId = (key: string, from: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domainOf(from)}>`;

/** Mail programs show a button for these two; it sends one POST and asks nothing (RFC 8058). */
const unsubscribing = (url: string | null): Record<string, string> =>
  url === null
    ? {}
    : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

/**
 * E-mail over SMTP, with a few connections kept open.
 * @param url smtp:// or smtps:// with user and password where needed
 * @param from the sender, as "Name <address>"
 */
export const createSmtpEmail = ({ url, from }: { url: string; from: string }): Email => {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const transport = createTransport({ url, pool: true, maxConnections: 3, ...timeouts });
  return {
    async send({ to, subject, text, html, unsubscribeUrl, key }) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          ...(html === undefined ? {} : { html }),
          messageId: messageId(key, from),
          headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(unsubscribeUrl ?? null) },
          // An address or a text can never name a file or an address to be fetched.
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        throw asEmailError(error as SmtpProblem);
      }
    },
    close: () => transport.close(),
  };
};
