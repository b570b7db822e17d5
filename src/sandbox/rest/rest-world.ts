import type { Account } from '../account.ts';
import type { BadDay } from '../bad-day/bad-day.ts';
import type { CallEngine } from '../calls/engine.ts';
import type { SandboxClock } from '../clock.ts';
import type { MessageDesk } from '../messages/message-desk.ts';
import type { Store } from '../records/store.ts';

/** What the REST API works on. */
export type RestWorld = {
  readonly account: Account;
  readonly badDay: BadDay;
  readonly clock: SandboxClock;
  readonly engine: CallEngine;
  readonly messages: MessageDesk;
  readonly store: Store;
  readonly baseUrl: () => string;
  /** From 0 to 1 (exclusive). */
  readonly random: () => number;
};
