import type { CallbackFate } from '../bad-day/callback-fate.ts';

/** A callback held back by the bad day waits at most this long for a successor to overtake it. */
const LONGEST_HOLD_MS = 3000;

/** The status callbacks of one call: they leave one after another, in order, unless the day is bad. */
export class CallbackLane {
  readonly #sleep: (ms: number) => Promise<void>;
  #tail: Promise<void> = Promise.resolve();
  #waiting = 0;
  #held: (() => Promise<void>) | null = null;

  constructor(sleep: (ms: number) => Promise<void>) {
    this.#sleep = sleep;
  }

  get idle(): boolean {
    return this.#waiting === 0;
  }

  /** Resolves when this callback was sent, or will never be. `send` does not reject. */
  async add(send: () => Promise<void>, fate: CallbackFate): Promise<void> {
    if (fate === 'lost') return;
    this.#waiting += 1;
    if (fate === 'reordered' && !this.#held) await this.#hold(send);
    else await this.#queue(() => this.#sendNow(send, fate));
    this.#waiting -= 1;
  }

  async #sendNow(send: () => Promise<void>, fate: CallbackFate): Promise<void> {
    await send();
    if (fate === 'duplicated') await send();
    await this.#release();
  }

  async #hold(send: () => Promise<void>): Promise<void> {
    this.#held = send;
    await this.#sleep(LONGEST_HOLD_MS);
    if (this.#held === send) await this.#queue(() => this.#release());
  }

  async #release(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    await held?.();
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#tail = this.#tail.then(work);
    return this.#tail;
  }
}
