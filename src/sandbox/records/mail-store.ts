import type { DatabaseSync } from 'node:sqlite';
import type { MailRecord } from './mail-record.ts';
import { Table } from './table.ts';

/** `latest` is when its last mail came, in milliseconds since the epoch. */
export type Mailbox = { readonly address: string; readonly mails: number; readonly latest: number };

export type MailStore = ReturnType<typeof mailStore>;

export function mailStore(db: DatabaseSync) {
  const table = new Table<MailRecord>(db, 'mails', 'id');
  const mailboxes = db.prepare(
    'SELECT mailbox AS address, count(*) AS mails, max(at) AS latest FROM mails GROUP BY mailbox ORDER BY mailbox',
  );
  return {
    add: (mail: MailRecord): void => table.insert(mail),
    /** The newest first. */
    in: (mailbox: string): MailRecord[] =>
      table.list([{ sql: 'mailbox = ?', values: [mailbox] }], 'rowid DESC'),
    mailboxes: (): Mailbox[] =>
      mailboxes.all().map((row) => ({
        address: String(row['address']),
        mails: Number(row['mails']),
        latest: Number(row['latest']),
      })),
  };
}
