import type { Network } from '../calls/network.ts';
import type { HandsetRecord } from '../records/handset-record.ts';
import type { MessageRecord } from '../records/message-record.ts';
import type { Store } from '../records/store.ts';
import type { Behaviour } from './behaviour.ts';
import type { EventFeed } from './event-feed.ts';
import { Handset } from './handset.ts';
import type { MediaRelay } from './media-relay.ts';

export type HandsetDetails = Partial<Pick<HandsetRecord, 'name' | 'role' | 'clinic' | 'language' | 'email'>>;

type Surroundings = {
  readonly network: () => Network;
  readonly store: Store;
  readonly feed: EventFeed;
  readonly media: MediaRelay;
  readonly now: () => number;
};

/** All the telephones of the sandbox's people. */
export class HandsetDesk {
  readonly #around: Surroundings;
  readonly #handsets = new Map<string, Handset>();

  constructor(around: Surroundings) {
    this.#around = around;
    for (const record of around.store.handsets.list())
      this.#handsets.set(record.number, new Handset(record, around));
  }

  list(): Handset[] {
    return [...this.#handsets.values()];
  }

  get(number: string): Handset | null {
    return this.#handsets.get(number) ?? null;
  }

  /** Makes the handset or changes the one there is; what is not given stays as it was. */
  put(number: string, details: HandsetDetails): Handset {
    const known = this.get(number);
    const record: HandsetRecord = { ...(known?.profile ?? this.#blank(number)), ...details };
    return this.#keep(record);
  }

  /** The handset of a number; a number nobody owns gets one on the fly. */
  ensure(number: string): Handset {
    return this.get(number) ?? this.put(number, {});
  }

  setBehaviour(number: string, behaviour: Behaviour): Handset {
    const handset = this.ensure(number);
    return this.#keep({ ...handset.profile, behaviour: JSON.stringify(behaviour) });
  }

  remove(number: string): boolean {
    this.#handsets.delete(number);
    return this.#around.store.handsets.delete(number);
  }

  /** The handset a SIP address names, by its number or by its person's name (`sip:dana.hill@…`). */
  bySip(uri: string): Handset | null {
    const user = decodeURIComponent(uri.replace(/^sips?:/, '').split(/[@;?]/, 1)[0] ?? '');
    return this.get(user) ?? this.list().find(({ profile }) => words(profile.name) === words(user)) ?? null;
  }

  /** A text message has left a telephone for the network, or has arrived at one. */
  messagePassed({ sid, from, to, body, status }: MessageRecord): void {
    const left = status === 'received';
    const handset = this.get(to);
    if (handset && !left) handset.unread += 1;
    this.#around.feed.publish(left ? from : to, { type: 'message', messageSid: sid, from, to, body });
  }

  /** An e-mail reached an address; the handsets of its owner show it. */
  mailArrived(address: string, subject: string): void {
    const owners = this.list().filter(
      ({ profile }) => profile.email?.toLowerCase() === address.toLowerCase(),
    );
    for (const { address: number } of owners)
      this.#around.feed.publish(number, { type: 'mail', to: address, subject });
  }

  #keep(record: HandsetRecord): Handset {
    this.#around.store.handsets.put(record);
    const handset = this.get(record.number) ?? new Handset(record, this.#around);
    handset.profile = record;
    this.#handsets.set(record.number, handset);
    return handset;
  }

  #blank(number: string): HandsetRecord {
    const nothing = { clinic: null, language: null, email: null, behaviour: null };
    return { number, name: number, role: 'other', ...nothing, createdAt: this.#around.now() };
  }
}

/** A name as plain small words, so that `Dana.Hill` and `dana hill` are one. */
function words(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/\p{L}+|\d+/gu)
      ?.join(' ') ?? ''
  );
}
