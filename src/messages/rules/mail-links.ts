import type { MessageLink } from '../../links/rules/link.ts';
import { addressesIn } from './mail-words.ts';

type LinkedMessage = { channel: string; purpose: string; subject: string | null; body: string };

/**
 * The links that a message has: those that its text names, the one that every advertisement has, and, where the clinic
 * notes opens and clicks, those of an e-mail. Its own links are never led around.
 */
export const linksOf = (
  { channel, purpose, subject, body }: LinkedMessage,
  { trackEmail }: { trackEmail: boolean },
  codeOf: (link: MessageLink) => string,
): MessageLink[] => {
  const named = (['page', 'unsubscribe'] as const)
    .map((kind): MessageLink => ({ purpose: kind, target: null }))
    .filter(
      (link) =>
        // A notification opens the page when it is tapped.
        (link.purpose === 'page' && channel === 'push') ||
        (link.purpose === 'unsubscribe' && channel === 'email' && purpose === 'marketing') ||
        `${subject ?? ''} ${body}`.includes(codeOf(link)),
    );
  if (channel !== 'email' || !trackEmail) return named;
  const own = named.map(codeOf);
  const targets = new Set(addressesIn(body).filter((url) => !own.some((code) => url.includes(code))));
  return [
    ...named,
    { purpose: 'open', target: null },
    ...[...targets].map((target): MessageLink => ({ purpose: 'click', target })),
  ];
};
