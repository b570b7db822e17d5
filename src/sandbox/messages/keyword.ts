export type Keyword = 'stop' | 'start' | 'help';

const WORDS: Readonly<Record<Keyword, readonly string[]>> = {
  stop: ['STOP', 'UNSUBSCRIBE', 'END', 'QUIT', 'STOPALL', 'REVOKE', 'OPTOUT', 'CANCEL'],
  start: ['START', 'YES', 'UNSTOP'],
  help: ['HELP', 'INFO'],
};

/** The keyword that a message consists of, and nothing else; null for every other message. */
export function keywordOf(body: string): Keyword | null {
  const word = body.trim().toUpperCase();
  if (WORDS.stop.includes(word)) return 'stop';
  if (WORDS.start.includes(word)) return 'start';
  return WORDS.help.includes(word) ? 'help' : null;
}

/** What the carrier answers by itself; `wasOut` says whether the person had told it to stop before. */
export function keywordReply(keyword: Keyword, wasOut: boolean): string | null {
  if (keyword === 'stop') {
    return 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.';
  }
  if (keyword === 'start') {
    return wasOut
      ? 'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.'
      : null;
  }
  return 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.';
}
