/** Where a browser takes notifications, as it names it itself. */
export type PushSubscription = { endpoint: string; keys: { p256dh: string; auth: string } };

export type PushNote = {
  title: string;
  body: string;
  /** opened when somebody taps it */
  url: string;
  /** shown once, however often it is sent */
  tag: string;
};

/**
 * What became of a notification. `gone`: the browser takes none any more. `unsure`: nobody answered; sent again, it replaces
 * the first by its tag.
 */
export type PushOutcome = 'sent' | 'gone' | 'later' | 'refused' | 'unsure';

/** Notifications to browsers. */
export type Push = {
  /** what browsers are told when they subscribe */
  publicKey: string;
  /** Never throws for what the push service does. */
  send(to: PushSubscription, note: PushNote, contact: string): Promise<PushOutcome>;
};
