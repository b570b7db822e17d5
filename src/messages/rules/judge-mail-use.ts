/** One request for a link of an e-mail, as far as it tells who asks. */
export type MailUse = {
  method: string;
  userAgent: string;
  /** Sec-Purpose, Purpose and X-Moz: a browser that loads ahead of its person says so */
  purpose: string;
  /** null: we do not know yet that the mail has left */
  sinceSent: Temporal.Duration | null;
};

/** Programs that look at what is in mails: scanners, previews of chats, libraries. */
const program =
  /bot\b|crawl|spider|preview|scan|headless|curl|wget|python|java\/|go-http|okhttp|axios|node-fetch|libwww|proofpoint|mimecast|barracuda|symantec|safelinks|fireeye|trendmicro|sophos|facebookexternalhit|whatsapp|telegram|slack|skypeuri/iu;
const ahead = /prefetch|prerender|preview/iu;

/** Scanners follow every link in the moment in which a mail arrives; nobody reads as fast. */
const secondsOfScanners = 10;

/**
 * Whether a person did it, as well as that can be told. Pictures are also loaded by mail services on behalf of people, some
 * of them long before they look: an open is a hint, a click says more.
 */
export const isByPerson = ({ method, userAgent, purpose, sinceSent }: MailUse): boolean =>
  method === 'GET' &&
  userAgent !== '' &&
  !program.test(userAgent) &&
  !ahead.test(purpose) &&
  sinceSent !== null &&
  sinceSent.total('seconds') >= secondsOfScanners;
