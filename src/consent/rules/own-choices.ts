import type { Channel, ChosenPurpose } from './contact-request.ts';

/** A no that stands, as far as choices depend on it. */
type Declined = { id: string; channel: Channel | null; purpose: ChosenPurpose | null; how: string };

/**
 * What somebody can choose themselves. `stopped`: they said no in another way, which only they and the staff can take
 * back together; `unknown`: there is no number or address for it.
 */
export type Choice = 'on' | 'off' | 'stopped' | 'unknown';

const stateOf = (declined: readonly Declined[]): Choice => {
  if (declined.length === 0) return 'on';
  return declined.every(({ how }) => how === 'link') ? 'off' : 'stopped';
};

/** Everything by one way. */
export const channelChoice = (declined: readonly Declined[], channel: Channel, reachable: boolean): Choice =>
  reachable
    ? stateOf(declined.filter((no) => no.purpose === null && (no.channel === channel || no.channel === null)))
    : 'unknown';

/** News and offers need a yes of their own. */
export const newsChoice = (declined: readonly Declined[], hasConsent: boolean): Choice => {
  const about = declined.filter((no) => no.purpose === 'marketing' && no.channel === null);
  const state = stateOf(about);
  return state === 'on' && !hasConsent ? 'off' : state;
};

/** The links' own no about all of a channel, or about news: what a link may take back. */
export const takenBackBy = (declined: readonly Declined[], what: { channel: Channel } | 'news'): string[] =>
  declined
    .filter(({ how }) => how === 'link')
    .filter((no) =>
      what === 'news' ? no.purpose === 'marketing' : no.purpose === null && no.channel === what.channel,
    )
    .map(({ id }) => id);

/** The words that somebody agrees to on their own page; kept as the proof of it. */
export const newsConsentWords = {
  en: 'Yes, {clinic} may send me news and offers by text message, e-mail and notification. My treatment does not depend on it, and I can end it at any time.',
  de: 'Ja, {clinic} darf mir Neuigkeiten und Angebote per SMS, E-Mail und Mitteilung senden. Meine Behandlung hängt nicht davon ab, und ich kann das jederzeit beenden.',
} as const;
