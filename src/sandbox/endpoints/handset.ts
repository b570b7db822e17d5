import type { Collecting, Device, HeardKind, LegEvent } from '../calls/device.ts';
import type { Leg } from '../calls/leg.ts';
import { pause, type Network } from '../calls/network.ts';
import { hangUp } from '../calls/person.ts';
import type { HandsetRecord } from '../records/handset-record.ts';
import { actAlone, behaviour, WAITS_FOR_ITS_PERSON, type Behaviour } from './behaviour.ts';
import type { EventFeed } from './event-feed.ts';
import type { MediaEnd, MediaRelay } from './media-relay.ts';

export type Heard = { readonly at: number; readonly kind: HeardKind; readonly text: string };

/** A handset as the telephones page and scripts see it; times are milliseconds since the epoch. */
export type HandsetView = {
  readonly number: string;
  readonly name: string;
  readonly role: HandsetRecord['role'];
  readonly clinic: string | null;
  readonly language: string | null;
  readonly email: string | null;
  readonly state: 'idle' | 'dialling' | 'ringing' | 'in-call';
  readonly call: {
    readonly callSid: string;
    readonly direction: 'inbound' | 'outbound';
    readonly with: string;
    readonly since: number;
    readonly collecting: Exclude<Collecting, 'nothing'> | null;
    readonly connectedTo: string | null;
  } | null;
  /** What was heard on the call under way, or on the last one. */
  readonly heard: readonly Heard[];
  readonly unread: number;
  readonly behaviour: Behaviour;
};

type Surroundings = { readonly network: () => Network; readonly feed: EventFeed; readonly media: MediaRelay };

// A reload takes a few seconds; a call outlives it.
const RELOAD_MS = 10_000;

/** A telephone that somebody in the sandbox's world owns. One call at a time. */
export class Handset implements Device {
  readonly address: string;
  profile: HandsetRecord;
  unread = 0;
  readonly #around: Surroundings;
  #leg: Leg | null = null;
  #lastLeg: Leg | null = null;
  #since = 0;
  #heard: Heard[] = [];
  #media: MediaEnd | null = null;

  constructor(profile: HandsetRecord, around: Surroundings) {
    this.address = profile.number;
    this.profile = profile;
    this.#around = around;
  }

  get leg(): Leg | null {
    return this.#leg;
  }

  /** The call under way or the last one: a recording is handed over just after the call. */
  get lastLeg(): Leg | null {
    return this.#lastLeg;
  }

  get behaviour(): Behaviour {
    return this.profile.behaviour === null
      ? WAITS_FOR_ITS_PERSON
      : behaviour.parse(JSON.parse(this.profile.behaviour));
  }

  hasMicrophone(): boolean {
    return this.#media !== null;
  }

  /** A page gives (or takes back) a microphone for this telephone. */
  setMedia(end: MediaEnd | null): void {
    if (this.#leg && this.#media) this.#around.media.detach(this.#leg.sid, this.#media);
    this.#media = end;
    if (this.#leg && end) this.#around.media.attach(this.#leg.sid, end);
  }

  /** The page that lent its microphone is gone: the call waits a moment for it to come back, then ends. */
  pageLeft(end: MediaEnd): void {
    if (this.#media !== end) return;
    const leg = this.#leg;
    this.setMedia(null);
    if (leg) this.#around.network().background(this.#endIfOrphaned(leg));
  }

  get media(): MediaEnd | null {
    return this.#media;
  }

  /** A call begins here: its person dialled, or it is about to ring. */
  take(leg: Leg): void {
    this.#leg = leg;
    this.#lastLeg = leg;
    this.#heard = [];
    this.#since = this.#around.network().clock.now();
    if (this.#media) this.#around.media.attach(leg.sid, this.#media);
  }

  tell(leg: Leg, event: LegEvent): void {
    const { network, media } = this.#around;
    // The person dialled: from here on the telephone is in this call.
    if (event.type === 'ringing' && leg.direction === 'inbound') return this.take(leg);
    if (event.type === 'heard')
      this.#heard.push({ at: network().clock.now(), kind: event.kind, text: event.text });
    if (event.type === 'bridged') media.bridged(leg, event.peer);
    if (event.type === 'unbridged') media.unbridged(leg);
    if (event.type === 'connected') this.#since = network().clock.now();
    if (event.type === 'ended' && this.#leg === leg) {
      if (this.#media) media.detach(leg.sid, this.#media);
      this.#leg = null;
    }
    this.#publish(leg, event);
    if (event.type === 'ringing') network().background(actAlone(network(), leg, this.behaviour));
  }

  view(): HandsetView {
    const { number, name, role, clinic, language, email } = this.profile;
    return {
      number,
      name,
      role,
      clinic,
      language,
      email,
      state: this.#state(),
      call: this.#callView(),
      heard: this.#heard,
      unread: this.unread,
      behaviour: this.behaviour,
    };
  }

  /** The call as its person knows of it: one that is still being set up does not ring yet. */
  #noticed(): Leg | null {
    return this.#leg?.status === 'initiated' && this.#leg.direction !== 'inbound' ? null : this.#leg;
  }

  #state(): HandsetView['state'] {
    if (!this.#leg || !this.#noticed()) return 'idle';
    if (this.#leg.status === 'in-progress') return 'in-call';
    return this.#leg.direction === 'inbound' ? 'dialling' : 'ringing';
  }

  #callView(): HandsetView['call'] {
    const leg = this.#noticed();
    if (!leg) return null;
    const dialled = leg.direction === 'inbound';
    return {
      callSid: leg.sid,
      direction: dialled ? 'outbound' : 'inbound',
      with: dialled ? leg.to : leg.from,
      since: this.#since,
      collecting: leg.collecting === 'nothing' ? null : leg.collecting,
      connectedTo: leg.bridge?.peerOf(leg).device?.address ?? null,
    };
  }

  async #endIfOrphaned(leg: Leg): Promise<void> {
    const network = this.#around.network();
    await pause(network, RELOAD_MS, network.closing).catch(() => undefined);
    if (this.#leg === leg && this.#media === null) hangUp(network, leg);
  }

  #publish(leg: Leg, event: LegEvent): void {
    const { feed } = this.#around;
    feed.publish(this.address, publicEvent(leg, event));
  }
}

/** An event of a leg as readers of a feed get it. */
export function publicEvent(
  leg: Leg,
  event: LegEvent,
): { type: string; callSid: string; [field: string]: unknown } {
  const callSid = leg.sid;
  switch (event.type) {
    case 'ringing':
      return { type: 'ringing', callSid, from: leg.from };
    case 'bridged':
      return { type: 'bridged', callSid, with: event.peer.device?.address ?? event.peer.from };
    case 'unbridged':
      return { type: 'unbridged', callSid };
    case 'stopped-ringing':
    case 'connected':
    case 'heard':
    case 'collecting':
    case 'ended':
    default:
      return { ...event, callSid };
  }
}
