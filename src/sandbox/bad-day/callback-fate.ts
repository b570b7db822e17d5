import type { BadDayState } from './bad-day.ts';

export type CallbackFate = 'sent' | 'lost' | 'duplicated' | 'reordered';

/** What becomes of a status callback; `chance` is from 0 to 1 (exclusive). */
export function callbackFate(shares: BadDayState['callbacks'], chance: number): CallbackFate {
  if (chance < shares.lostShare) return 'lost';
  if (chance < shares.lostShare + shares.duplicatedShare) return 'duplicated';
  if (chance < shares.lostShare + shares.duplicatedShare + shares.reorderedShare) return 'reordered';
  return 'sent';
}
