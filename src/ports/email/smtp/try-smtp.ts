import { createTransport } from 'nodemailer';
import type { MailTrialResult } from '../email.port.ts';

type SmtpProblem = {
  code?: string;
  command?: string;
  response?: string;
  message?: string;
  cause?: SmtpProblem;
};
type Failure = Extract<MailTrialResult, { sent: false }>['failure'];

const byCode: Record<string, Failure> = {
  EDNS: 'no-such-host',
  ENOTFOUND: 'no-such-host',
  EAI_AGAIN: 'no-such-host',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'no-answer',
  ECONNRESET: 'no-answer',
  EHOSTUNREACH: 'no-answer',
  ENETUNREACH: 'no-answer',
  ETLS: 'tls',
  EAUTH: 'login',
  ENOAUTH: 'login',
};
const byCommand: Record<string, Failure> = { 'MAIL FROM': 'sender', 'RCPT TO': 'recipient' };

/** Certificates that do not hold, and servers that speak no TLS on this port, come as plain socket errors. */
const isTls = (message: string): boolean =>
  /certificate|self.signed|SSL|TLS|wrong version number|altnames/i.test(message);

/** What kind of failure this is, for words that one can act on. */
const smtpFailure = (error: SmtpProblem): Failure => {
  const message = error.message ?? '';
  if (isTls(message)) return 'tls';
  const inMessage = Object.keys(byCode).find((code) => message.includes(code));
  return byCommand[error.command ?? ''] ?? byCode[inMessage ?? ''] ?? byCode[error.code ?? ''] ?? 'other';
};

/** Sends one message by a server on trial, and tells what the server says. Never throws. */
export const trySmtp = async (
  { url, from }: { url: string; from: string },
  message: { to: string; subject: string; text: string },
): Promise<MailTrialResult> => {
  const timeouts = { connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 8000, dnsTimeout: 5000 };
  const transport = createTransport({ url, ...timeouts });
  try {
    const { response } = await transport.sendMail({
      from,
      ...message,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { sent: true, words: response.slice(0, 300) };
  } catch (error) {
    const problem = error as SmtpProblem;
    const words = (problem.response ?? problem.message ?? '').slice(0, 300);
    return { sent: false, failure: smtpFailure(problem), words };
  } finally {
    transport.close();
  }
};
