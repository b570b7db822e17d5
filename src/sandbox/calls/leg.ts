import type { CallDirection, CallStatus } from '../records/call-record.ts';
import type { HttpMethod, StatusSubscription } from '../twiml/verb.ts';
import type { Bridge } from './bridge.ts';
import type { Collecting, Device, LegEvent } from './device.ts';
import { Inbox } from './inbox.ts';
import { Interruption } from './interruption.ts';
import type { Source } from './source.ts';
import { waitFor } from './wait-for.ts';

/** What a person at a telephone does that a verb may be waiting for. */
export type Input =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'words'; readonly words: string; readonly confidence: number }
  | {
      readonly kind: 'recorded';
      readonly words: string;
      readonly seconds: number | null;
      readonly hangUp: boolean;
    };

export type LegDetails = {
  readonly sid: string;
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  readonly parent: Leg | null;
  readonly forwardedFrom?: string | null;
  readonly callerName?: string | null;
  readonly phoneNumberSid?: string | null;
  readonly status: StatusSubscription | null;
  /** Asked when another document of this call cannot be had or read. */
  readonly fallback?: { readonly url: string; readonly method: HttpMethod } | null;
};

/** One call: the network's side of one telephone's connection, from its first sign to its end. */
export class Leg {
  readonly sid: string;
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  readonly parent: Leg | null;
  readonly forwardedFrom: string | null;
  readonly callerName: string | null;
  readonly phoneNumberSid: string | null;
  readonly subscription: StatusSubscription | null;
  readonly fallback: { readonly url: string; readonly method: HttpMethod } | null;

  status: CallStatus = 'queued';
  device: Device | null = null;
  bridge: Bridge | null = null;
  collecting: Collecting = 'nothing';
  answeredAt: number | null = null;
  endedAt: number | null = null;
  answeredBy: string | null = null;
  /** Set by a machine's device, so that machine detection can tell it from a person. */
  machine = false;
  /** A WAV that the person's page recorded for the Record verb now running. */
  audio: Uint8Array | null = null;
  /** Status callbacks sent so far. */
  sequence = 0;
  /** True once the leg runs documents of its own and no Dial may hang it up any more. */
  independent = false;
  /** Everything heard or said, in order: the words of a recording of the whole call. */
  readonly transcript: string[] = [];

  #control = new AbortController();
  #next: Source | null = null;
  #inbox: Inbox<Input> | null = null;
  #watchers = new Set<() => void>();

  constructor(details: LegDetails) {
    this.sid = details.sid;
    this.direction = details.direction;
    this.from = details.from;
    this.to = details.to;
    this.parent = details.parent;
    this.forwardedFrom = details.forwardedFrom ?? null;
    this.callerName = details.callerName ?? null;
    this.phoneNumberSid = details.phoneNumberSid ?? null;
    this.subscription = details.status;
    this.fallback = details.fallback ?? null;
  }

  get ended(): boolean {
    return this.endedAt !== null;
  }

  /** Aborted when the leg ends or is given another document. */
  get signal(): AbortSignal {
    return this.#control.signal;
  }

  /** Ends whatever runs on this leg now; with a source, what comes next gets a fresh signal. */
  interrupt(source: Source | null): void {
    const before = this.#control;
    this.bridge?.end();
    if (source) this.#control = new AbortController();
    this.#next = source;
    before.abort(new Interruption(source));
  }

  /** The document the leg was given last, once: two in the same instant leave only the second. */
  takeNext(): Source | null {
    const next = this.#next;
    this.#next = null;
    return next;
  }

  tell(event: LegEvent): void {
    if (event.type === 'heard') this.transcript.push(event.text);
    if (event.type === 'collecting') this.collecting = event.what;
    this.device?.tell(this, event);
    this.changed();
  }

  /** Opens the ear of a verb; what arrives while no ear is open is lost, as on a real line. */
  listen(): Inbox<Input> {
    this.#inbox = new Inbox<Input>();
    return this.#inbox;
  }

  /** Closes an ear, unless a later verb has opened its own meanwhile. */
  stopListening(inbox: Inbox<Input>): void {
    if (this.#inbox === inbox) this.#inbox = null;
  }

  /** Hands an input to the verb that listens; false when none does. */
  offer(input: Input): boolean {
    this.#inbox?.put(input);
    return this.#inbox !== null;
  }

  changed(): void {
    for (const watcher of this.#watchers) watcher();
  }

  /** Resolves once `condition` holds; it is looked at after every change of the leg. */
  async until(condition: () => boolean, signal: AbortSignal): Promise<void> {
    while (!condition()) {
      await waitFor(signal, (done) => {
        this.#watchers.add(done);
        return () => this.#watchers.delete(done);
      });
    }
  }
}
