import { countSegments } from '../../../messages/rules/segments.ts';
import { channelOf } from './contact.ts';
import type { RehearsalSums, RehearsedDeed, RehearsedRow } from './rehearsal-views.ts';
import type { Entry, World } from './world.ts';

type Asked = Extract<Entry, { told: 'contact' }>;

const outcomes = { now: 'made', later: 'waits', never: 'left-out' } as const;

const deedOf = ({ at, contact, verdict }: Asked): RehearsedDeed => ({
  at: at.toString(),
  step: contact.step,
  by: channelOf(contact.effect),
  outcome: verdict.may === 'never' && verdict.failed ? 'failed' : outcomes[verdict.may],
  reason: verdict.may === 'now' ? null : verdict.reason,
  until: verdict.may === 'later' ? verdict.until.toString() : null,
});

/** Everything done by one walk: of a contact, what was said about it last. */
export const deedsOf = ({ story, contacts }: World): RehearsedDeed[] => {
  const last = new Map<string, Asked>();
  for (const entry of story) if (entry.told === 'contact') last.set(entry.contact.key, entry);
  const isTakenBack = ({ contact, verdict }: Asked): boolean =>
    verdict.may === 'later' && contacts.find(({ key }) => key === contact.key)?.status !== 'waiting';
  return story.flatMap((entry): RehearsedDeed[] => {
    if (entry.told === 'task') {
      const { step } = entry.effect;
      return [{ at: entry.at.toString(), step, by: 'task', outcome: 'made', reason: null, until: null }];
    }
    if (entry.told !== 'contact' || last.get(entry.contact.key) !== entry) return [];
    return isTakenBack(entry) ? [] : [deedOf(entry)];
  });
};

/** Text messages that a carrier charges for. */
export const segmentsOf = ({ story }: World): number =>
  story.reduce((sum, entry) => {
    if (entry.told !== 'contact' || entry.verdict.may !== 'now') return sum;
    const { says } = entry.verdict;
    const isSms = channelOf(entry.contact.effect) === 'sms';
    return isSms && says?.as === 'text' ? sum + countSegments(says.body).segments : sum;
  }, 0);

const byReason = (deeds: readonly RehearsedDeed[], outcome: RehearsedDeed['outcome']) =>
  [
    ...Map.groupBy(
      deeds.filter((deed) => deed.outcome === outcome),
      ({ reason }) => reason ?? '',
    ),
  ]
    .map(([reason, those]) => ({ reason, count: those.length }))
    .toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));

export const sumsOf = (
  rows: readonly RehearsedRow[],
  costMicros: number,
  currency: string,
): RehearsalSums => {
  const deeds = rows.flatMap((row) => row.deeds);
  const made = (is: (by: RehearsedDeed['by']) => boolean): number =>
    deeds.filter(({ by, outcome }) => outcome === 'made' && is(by)).length;
  return {
    events: rows.length,
    people: rows.filter(({ comesIn }) => comesIn).length,
    messages: made((by) => by !== 'task' && by !== 'call'),
    calls: made((by) => by === 'call'),
    tasks: made((by) => by === 'task'),
    waiting: deeds.filter(({ outcome }) => outcome === 'waits').length,
    leftOut: byReason(deeds, 'left-out'),
    failed: byReason(deeds, 'failed'),
    underWay: rows.filter(({ underWay }) => underWay).length,
    costMicros,
    currency,
  };
};
