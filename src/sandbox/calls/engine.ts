import type { Account } from '../account.ts';
import type { BadDay } from '../bad-day/bad-day.ts';
import type { SandboxClock } from '../clock.ts';
import type { Store } from '../records/store.ts';
import type { Settings } from '../settings.ts';
import type { WebhookClient } from '../webhooks/webhook-client.ts';
import { rememberedAudio, type ListenToAudio } from './audio-length.ts';
import type { Device, Ring } from './device.ts';
import type { Leg } from './leg.ts';
import type { Network, SendSms } from './network.ts';
import { placeCall, type PlaceCall } from './place-call.ts';
import { end } from './progress.ts';
import { Queues } from './queues.ts';
import { receiveCall } from './receive-call.ts';
import { runCall } from './run-call.ts';
import type { Source } from './source.ts';
import { startRate } from './start-rate.ts';

export type CallEngineParts = {
  readonly account: Account;
  readonly badDay: BadDay;
  readonly baseUrl: () => string;
  readonly clock: SandboxClock;
  readonly store: Store;
  readonly settings: Settings;
  readonly webhooks: WebhookClient;
  readonly sendSms: SendSms;
  /** How long a file plays; without it the file is fetched. */
  readonly audio?: ListenToAudio;
  /** Rings the telephones; given later, because they in turn need the engine. */
  readonly ring: Ring;
};

/** What became of an order for a live call. */
export type Obeyed = 'ok' | 'not-in-progress' | 'not-found';

export type CallEngine = {
  readonly network: Network;
  /** Places a call by REST; it is queued at once and proceeds by itself. */
  place(order: PlaceCall): Leg;
  /** Gives an answered call another document in place of the one under way. */
  redirect(sid: string, source: Source): Obeyed;
  /** Hangs up a call in whatever state it is. */
  complete(sid: string): Obeyed;
  /** Takes back a call that nobody has answered yet. */
  cancel(sid: string): Obeyed;
  /** A telephone dials a number of the account; null when the number is not in service. */
  dial(
    caller: Device,
    call: { to: string; forwardedFrom: string | null; callerName: string | null },
  ): Leg | null;
  leg(sid: string): Leg | null;
  /** Ends every call and resolves when nothing is under way any more. */
  close(): Promise<void>;
};

/** The live calls of a sandbox. */
export function createCallEngine(parts: CallEngineParts): CallEngine {
  const { store, clock } = parts;
  const closing = new AbortController();
  const work = new Set<Promise<void>>();
  const legs = new Map<string, Leg>();
  const network: Network = {
    ...parts,
    audio: parts.audio ?? rememberedAudio(),
    legs,
    queues: new Queues(store.queues),
    closing: closing.signal,
    background: (promise) => {
      const settled = promise.then(
        () => undefined,
        (error: unknown) => reportFault(store, clock, error),
      );
      work.add(settled);
      void settled.finally(() => work.delete(settled));
    },
  };
  const rate = startRate(clock, () => parts.badDay.current().callsPerSecond);

  return {
    network,
    place(order) {
      return placeCall(network, order, rate.turn());
    },
    redirect(sid, source) {
      const leg = legs.get(sid);
      if (!leg) return store.calls.get(sid) ? 'not-in-progress' : 'not-found';
      if (leg.status !== 'in-progress') return 'not-in-progress';
      const alone = !leg.independent;
      leg.independent = true;
      leg.interrupt(source);
      // A leg with a program of its own goes on with the new document by itself; a Dial's callee begins one.
      if (alone) network.background(runCall(network, leg, source));
      return 'ok';
    },
    complete(sid) {
      const leg = legs.get(sid);
      if (!leg) return store.calls.get(sid) ? 'not-in-progress' : 'not-found';
      end(network, leg, 'canceled');
      return 'ok';
    },
    cancel(sid) {
      const leg = legs.get(sid);
      if (!leg) return store.calls.get(sid) ? 'not-in-progress' : 'not-found';
      if (leg.status === 'in-progress') return 'not-in-progress';
      end(network, leg, 'canceled');
      return 'ok';
    },
    dial(caller, { to, ...details }) {
      const number = store.numbers.byPhoneNumber(to);
      return number ? receiveCall(network, number, caller, details) : null;
    },
    leg: (sid) => legs.get(sid) ?? null,
    async close() {
      for (const leg of legs.values()) end(network, leg, 'canceled');
      closing.abort(new Error('The sandbox is closing.'));
      while (work.size > 0) await Promise.all(work);
    },
  };
}

function reportFault(store: Store, clock: SandboxClock, error: unknown): void {
  const detail = { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  store.inspector.add({
    sid: 'sandbox',
    at: clock.now(),
    kind: 'error',
    title: 'The sandbox failed',
    detail,
  });
}
