import type { QueueStore } from '../records/queue-store.ts';
import { newSid } from '../sid.ts';
import type { Leg } from './leg.ts';
import { waitFor } from './wait-for.ts';

const LARGEST = 100;

/** One caller waiting. `take` is called by the Dial that fetches them. */
export type Member = {
  readonly leg: Leg;
  readonly joinedAt: number;
  /** Aborted when a Dial has taken this caller out of the queue. */
  readonly taken: AbortController;
  /** Aborted when the caller has heard the announcement and can be connected. */
  readonly ready: AbortController;
  /** Aborted when the connection with the Dial is over. */
  readonly over: AbortController;
  dequeuedBy: Leg | null;
};

/** Who waits in a queue now, and how long the last ones waited. */
export type Queue = {
  readonly sid: string;
  members: readonly Member[];
  waitedMs: readonly number[];
};

/** The live side of the account's call queues; their names and sizes are records. */
export class Queues {
  readonly #records: QueueStore;
  readonly #live = new Map<string, Queue>();
  readonly #watchers = new Set<() => void>();

  constructor(records: QueueStore) {
    this.#records = records;
  }

  /** The live side of a queue that REST names by its SID. */
  live(sid: string): Queue {
    const known = this.#live.get(sid);
    if (known) return known;
    const queue: Queue = { sid, members: [], waitedMs: [] };
    this.#live.set(sid, queue);
    return queue;
  }

  /** The queue of a name, if it was ever used. */
  find(name: string): Queue | null {
    const record = this.#records.byName(name);
    return record && this.live(record.sid);
  }

  /** The queue of a name, made on demand. */
  open(name: string, now: number): Queue {
    const known = this.find(name);
    if (known) return known;
    const sid = newSid('QU');
    this.#records.insert({ sid, friendlyName: name, maxSize: LARGEST, createdAt: now });
    return this.live(sid);
  }

  sizeLimit(queue: Queue): number {
    return this.#records.get(queue.sid)?.maxSize ?? LARGEST;
  }

  /** Lines a caller up at the end; null when the queue is full. */
  join(queue: Queue, leg: Leg, now: number): Member | null {
    if (queue.members.length >= this.sizeLimit(queue)) return null;
    const member: Member = {
      leg,
      joinedAt: now,
      taken: new AbortController(),
      ready: new AbortController(),
      over: new AbortController(),
      dequeuedBy: null,
    };
    queue.members = [...queue.members, member];
    for (const watcher of this.#watchers) watcher();
    return member;
  }

  leave(queue: Queue, member: Member, now: number): void {
    if (!queue.members.includes(member)) return;
    queue.members = queue.members.filter((other) => other !== member);
    queue.waitedMs = [...queue.waitedMs.slice(-19), now - member.joinedAt];
  }

  /** The caller who has waited longest, taken out of the queue; null when nobody waits. */
  takeFirst(queue: Queue, by: Leg, now: number): Member | null {
    const member = queue.members[0];
    if (!member) return null;
    this.leave(queue, member, now);
    member.dequeuedBy = by;
    member.taken.abort();
    return member;
  }

  /** Resolves when somebody waits in the queue. */
  async untilSomebody(queue: Queue, signal: AbortSignal): Promise<void> {
    while (queue.members.length === 0) await this.#joined(signal);
  }

  #joined(signal: AbortSignal): Promise<void> {
    return waitFor(signal, (done) => {
      this.#watchers.add(done);
      return () => this.#watchers.delete(done);
    });
  }
}
