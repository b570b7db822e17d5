/** One e-mail in the mailbox of one of its recipients. */
export type MailRecord = {
  readonly id: string;
  readonly mailbox: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
};
