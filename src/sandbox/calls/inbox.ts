import { waitFor } from './wait-for.ts';

/** Items that arrive one by one and are taken one by one, in order, by one reader. */
export class Inbox<T extends object | string | boolean | null> {
  readonly #items: T[] = [];
  #arrived: (() => void) | null = null;

  put(item: T): void {
    this.#items.push(item);
    this.#arrived?.();
  }

  /** The next item; rejects with the signal's reason when it is aborted first. */
  async next(signal: AbortSignal): Promise<T> {
    for (;;) {
      const [item] = this.#items.splice(0, 1);
      if (item !== undefined) return item;
      await this.#arrival(signal);
    }
  }

  #arrival(signal: AbortSignal): Promise<void> {
    return waitFor(signal, (done) => {
      this.#arrived = done;
      return () => {
        this.#arrived = null;
      };
    });
  }
}
