import type { Account } from '../account.ts';
import type { SandboxClock } from '../clock.ts';
import type { Store } from '../records/store.ts';
import type { Settings } from '../settings.ts';
import type { WebhookClient } from '../webhooks/webhook-client.ts';
import type { ListenToAudio } from './audio-length.ts';
import type { Ring } from './device.ts';
import type { Leg } from './leg.ts';
import type { Queues } from './queues.ts';

/** Sends a text message in the middle of a call. */
export type SendSms = (message: {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly statusCallback: string | null;
}) => { readonly sid: string; readonly status: string };

/** Everything a live call can reach: the world outside, and the other calls. */
export type Network = {
  readonly account: Account;
  /** The REST API's address as the product sees it, for recording URLs. */
  readonly baseUrl: () => string;
  readonly clock: SandboxClock;
  readonly store: Store;
  readonly webhooks: WebhookClient;
  readonly sendSms: SendSms;
  readonly settings: Settings;
  readonly audio: ListenToAudio;
  readonly ring: Ring;
  readonly legs: Map<string, Leg>;
  readonly queues: Queues;
  /** Aborted when the sandbox closes; every wait of every call ends with it. */
  readonly closing: AbortSignal;
  /** Work that outlives its cause (a call's own loop, a late callback); awaited on closing. */
  readonly background: (work: Promise<unknown>) => void;
};

/** Waits; rejects with the signal's reason when it is aborted before or meanwhile. */
export async function pause(network: Network, ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await network.clock.sleep(Math.max(0, Math.round(ms)), signal).catch(() => undefined);
  signal.throwIfAborted();
}

/** Notes something in the call's inspector. */
export function note(
  network: Network,
  leg: Leg,
  kind: 'verb' | 'event' | 'error',
  title: string,
  detail: object = {},
): void {
  network.store.inspector.add({ sid: leg.sid, at: network.clock.now(), kind, title, detail });
}
