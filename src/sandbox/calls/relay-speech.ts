import { Inbox } from './inbox.ts';
import { pause } from './network.ts';
import { speechMs } from './prompts.ts';
import type { Run } from './run.ts';

/** What the caller had heard of a turn when they began to speak. */
export type Interrupt = { readonly utterance: string; readonly durationMs: number };

type Turn = { heard: string; startedAt: number; interruptible: boolean };

/** The carrier's voice in a conversation: speaks text as it arrives, and can be interrupted in mid-sentence. */
export class RelaySpeech {
  readonly #run: Run;
  #pending = '';
  #nextInterruptible = true;
  #turn: Turn | null = null;
  #chunk: { text: string; startedAt: number; stop: AbortController } | null = null;
  readonly #arrivals = new Inbox<true>();
  #idle: (() => void) | null = null;

  constructor(run: Run) {
    this.#run = run;
  }

  get speaking(): boolean {
    return this.#chunk !== null || this.#pending !== '';
  }

  get interruptible(): boolean {
    return this.#turn?.interruptible ?? this.#nextInterruptible;
  }

  /** Adds a piece of text; pieces that arrive while others are spoken follow them without a gap. */
  add(text: string, interruptible: boolean): void {
    this.#nextInterruptible = interruptible;
    this.#pending += text;
    this.#arrivals.put(true);
  }

  /** Stops speaking and forgets the rest; says what was heard, or null when nothing was being said. */
  interrupt(): Interrupt | null {
    const turn = this.#turn;
    const chunk = this.#chunk;
    if (!turn || !chunk) return null;
    const { network } = this.#run;
    const now = network.clock.now();
    const share = Math.min(1, (now - chunk.startedAt) / Math.max(1, speechMs(this.#run, chunk.text)));
    const utterance = turn.heard + chunk.text.slice(0, Math.floor(chunk.text.length * share));
    this.#pending = '';
    chunk.stop.abort();
    return { utterance: utterance.trim(), durationMs: Math.round(now - turn.startedAt) };
  }

  /** Resolves when everything added so far has been said. */
  async untilSilent(): Promise<void> {
    if (!this.speaking) return;
    await new Promise<void>((resolve) => {
      this.#idle = resolve;
    });
  }

  /** Speaks until the signal is aborted. */
  async speakOn(signal: AbortSignal): Promise<never> {
    for (;;) {
      await this.#arrivals.next(signal);
      while (this.#pending !== '') await this.#speakPending(signal);
      this.#turn = null;
      this.#idle?.();
      this.#idle = null;
    }
  }

  async #speakPending(signal: AbortSignal): Promise<void> {
    const { network, leg } = this.#run;
    const text = this.#pending;
    const startedAt = network.clock.now();
    const stop = new AbortController();
    this.#pending = '';
    this.#turn ??= { heard: '', startedAt, interruptible: this.#nextInterruptible };
    this.#chunk = { text, startedAt, stop };
    leg.tell({ type: 'heard', kind: 'say', text: text.trim() });
    try {
      await pause(network, speechMs(this.#run, text), AbortSignal.any([signal, stop.signal]));
      this.#turn.heard += text;
    } catch (error) {
      if (signal.aborted) throw error;
      this.#turn = null;
    } finally {
      this.#chunk = null;
    }
  }
}
