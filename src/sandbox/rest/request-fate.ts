import type { BadDayState } from '../bad-day/bad-day.ts';

/** `answer-lost`: the request is carried out, but its sender is told it failed. */
export type RequestFate = 'answered' | 'failed' | 'answer-lost';

/** What becomes of a REST request; `chance` is from 0 to 1 (exclusive). */
export function requestFate(rest: BadDayState['rest'], chance: number): RequestFate {
  if (chance < rest.errorShare) return 'failed';
  return chance < rest.errorShare + rest.lostAnswerShare ? 'answer-lost' : 'answered';
}

/** Counts the requests of each second; more than the limit are too many. */
export class RequestRate {
  #second = 0;
  #count = 0;

  /** Whether this request at this moment (milliseconds) is still within the limit; null is no limit. */
  allows(now: number, limit: number | null): boolean {
    const second = Math.floor(now / 1000);
    if (second !== this.#second) this.#count = 0;
    this.#second = second;
    this.#count += 1;
    return limit === null || this.#count <= limit;
  }
}
