/** How a failed e-mail is to be treated. */
export type EmailFailure =
  | 'later' // no answer, busy, wrong password of ours: somebody or something may mend it; repeat
  | 'never'; // this message to this address will not be taken

export class EmailError extends Error {
  override name = 'EmailError';
  readonly failure: EmailFailure;
  /** the server's reply code (550) or the reason there was none (ETIMEDOUT); never the address */
  readonly code: string;

  constructor(failure: EmailFailure, code: string) {
    super(`e-mail: ${failure} (${code})`);
    this.failure = failure;
    this.code = code;
  }
}

export type EmailMessage = {
  to: string;
  subject: string;
  text: string;
  /** the same for programs that show HTML */
  html?: string;
  /** where one request unsubscribes (RFC 8058); mail programs show a button for it */
  unsubscribeUrl?: string | null;
  /**
   * Names the message for good. Sent again after a crash it bears the same Message-ID, so that mail servers and
   * readers can tell that it is the same one: SMTP has no other idempotency.
   */
  key: string;
};

/** How a trial of a mail server went; `words` are the server's own. */
export type MailTrialResult =
  | { sent: true; words: string }
  | {
      sent: false;
      failure: 'no-such-host' | 'refused' | 'no-answer' | 'tls' | 'login' | 'sender' | 'recipient' | 'other';
      words: string;
    };

/** The way e-mails leave. */
export type Email = {
  /** Resolves when a server has taken the message. @throws EmailError, and nothing else */
  send(message: EmailMessage): Promise<void>;
  close(): void;
};
