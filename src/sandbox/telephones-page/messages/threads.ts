import type { TextMessage } from './messages.query.ts';

/** The messages with one other party, the oldest first. */
export type Thread = { readonly with: string; readonly messages: readonly TextMessage[] };

/** The conversations of a telephone, the one with the newest message first. */
export function threadsOf(number: string, messages: readonly TextMessage[]): readonly Thread[] {
  const inOrder = messages.toSorted((a, b) => a.createdAt - b.createdAt);
  const byParty = Map.groupBy(inOrder, ({ from, to }) => (from === number ? to : from));
  return [...byParty]
    .map(([party, thread]) => ({ with: party, messages: thread }))
    .toSorted((a, b) => newest(b) - newest(a));
}

const newest = ({ messages }: Thread): number => messages.at(-1)?.createdAt ?? 0;
