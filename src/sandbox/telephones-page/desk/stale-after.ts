import type { QueryKey } from '@tanstack/react-query';
import type { HandsetEvent } from '../wire/handset.ts';

/** Which of the lists that the page has loaded are out of date after an event. */
export function staleAfter(number: string, event: HandsetEvent): readonly QueryKey[] {
  if (event.type === 'message') return [['messages', number]];
  if (event.type === 'mail') return [['mails']];
  return [['calls'], ['call', event.callSid]];
}
