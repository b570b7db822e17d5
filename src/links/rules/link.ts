/** What a link in a message opens. */
export const linkPurposes = ['page', 'unsubscribe', 'open', 'click'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** One link of a message. `target`: where a click leads to. */
export type MessageLink = { purpose: LinkPurpose; target: string | null };

/**
 * How long a link of each kind works. A patient's page shows appointments: it is not left open for long. Whoever finds an
 * old advertisement must still be able to unsubscribe from it.
 */
export const daysOpen: Readonly<Record<LinkPurpose, number>> = {
  page: 30,
  unsubscribe: 730,
  open: 90,
  click: 365,
};

/** Sixteen letters and digits; 95 bits that nobody guesses. */
export const codeShape = /^[A-Za-z0-9]{16}$/;

/** What the code of a link is made from. Equal links of one message are one link, however often it is written. */
export const textOfLink = (clinicId: string, messageKey: string, { purpose, target }: MessageLink): string =>
  ['message link', clinicId, messageKey, purpose, target ?? ''].join(' ');

/** Some telephones end a link before a dash or a low line at its end, so there are none in a code. */
export const codeOf = (signature: string): string =>
  signature.replaceAll('-', 'x').replaceAll('_', 'Y').slice(0, 16);

/**
 * Addresses of links without their codes: who reads a message for the clinic must not act as its recipient. Where a text is
 * cut within a code, what is left of it goes too: the rest could be tried out.
 */
export const hideCodes = (text: string): string =>
  text.replaceAll(/(\/l\/)(?:[A-Za-z0-9]{16}\b|[A-Za-z0-9]{1,15}$)/gu, '$1…');
