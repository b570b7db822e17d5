import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { SandboxClock } from '../clock.ts';
import type { MailRecord } from '../records/mail-record.ts';
import type { MailStore } from '../records/mail-store.ts';

export type MailServer = { readonly url: string; close(): Promise<void> };

const LARGEST_MAIL = 20 * 1024 * 1024;

export type MailServerParts = {
  readonly store: MailStore;
  readonly clock: SandboxClock;
  /** Called for each mailbox that a mail has come into. */
  readonly onMail: (mail: MailRecord) => void;
};

/** Takes every e-mail on a port of the loopback address and puts it into the mailboxes of its recipients. */
export async function startMailServer(parts: MailServerParts): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: LARGEST_MAIL,
    // A client that keeps its connection open must not hold up the end.
    closeTimeout: 500,
    onData(stream, session, answer) {
      void takeIn(stream, session, parts).then(answer);
    },
  });
  // A client that breaks off is no fault of ours; without a listener it would end the process.
  server.on('error', () => undefined);
  const port = await listen(server);
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listen(server: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listener = server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = listener.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

/** Files a mail; an error is what the sender is told. */
async function takeIn(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { store, clock, onMail }: MailServerParts,
): Promise<Error | null> {
  try {
    for (const mail of await readMail(stream, session)) {
      const record = { ...mail, id: randomUUID(), at: clock.now() };
      store.add(record);
      onMail(record);
    }
    return null;
  } catch {
    return new Error('The message could not be read');
  }
}

async function readMail(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Omit<MailRecord, 'id' | 'at'>[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  if (stream.sizeExceeded) throw new Error('The message is too large');
  const mail = await PostalMime.parse(Buffer.concat(chunks));
  const sender = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
  // The envelope says who gets it; a blind copy is not in the headers.
  return session.envelope.rcptTo.map(({ address }) => ({
    mailbox: address.toLowerCase(),
    from: mail.from?.address ?? sender,
    to: address,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? null,
  }));
}
