import type { ReplyMeaning } from './reply-meaning.ts';

/** What became of a message that a workflow instance wanted. A message has one end, and any number of replies. */
export type MessageFact =
  | { fact: 'sent' }
  | { fact: 'delivered' }
  /** it will not be: the next channel may be tried */
  | { fact: 'failed'; reason: string }
  | { fact: 'withheld'; reason: string }
  | { fact: 'unknown' }
  | { fact: 'opened' }
  /** a link in it was followed */
  | { fact: 'clicked' }
  | { fact: 'replied'; meaning: ReplyMeaning; text: string };
