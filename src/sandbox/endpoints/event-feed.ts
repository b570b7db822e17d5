import { waitFor } from '../calls/wait-for.ts';

/** Something that happened at one address (a number or a client's identity). */
export type FeedItem = {
  readonly seq: number;
  readonly at: number;
  readonly address: string;
  readonly event: { readonly type: string; readonly [field: string]: unknown };
};

// Enough for a long test run; a reader that is further behind starts at the oldest that is kept.
const KEPT = 20_000;

/** Everything that happened, numbered, for readers who poll, wait or stream. */
export class EventFeed {
  readonly #now: () => number;
  readonly #listeners = new Set<(item: FeedItem) => void>();
  #items: FeedItem[] = [];
  #seq = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The number of the newest item. */
  get last(): number {
    return this.#seq;
  }

  publish(address: string, event: FeedItem['event']): void {
    this.#seq += 1;
    const item = { seq: this.#seq, at: this.#now(), address, event };
    this.#items.push(item);
    if (this.#items.length > KEPT * 2) this.#items = this.#items.slice(-KEPT);
    for (const listener of this.#listeners) listener(item);
  }

  /** What came after `seq`, at one address or (null) at all of them. */
  after(seq: number, address: string | null): FeedItem[] {
    const first = this.#items[0]?.seq ?? 1;
    return this.#items
      .slice(Math.max(0, seq + 1 - first))
      .filter((item) => address === null || item.address === address);
  }

  /** What came after `seq`; waits for the first such item until the signal is aborted, then gives nothing. */
  async wait(seq: number, address: string | null, signal: AbortSignal): Promise<FeedItem[]> {
    for (;;) {
      const items = this.after(seq, address);
      if (items.length > 0 || signal.aborted) return items;
      await this.#next(signal).catch(() => undefined);
    }
  }

  subscribe(listener: (item: FeedItem) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #next(signal: AbortSignal): Promise<void> {
    return waitFor(signal, (done) => this.subscribe(() => done()));
  }
}
