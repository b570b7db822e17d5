import type { Device, LegEvent } from '../calls/device.ts';
import type { Leg } from '../calls/leg.ts';
import { pause, type Network } from '../calls/network.ts';
import { decline, hangUp, pickUp } from '../calls/person.ts';
import { actAlone, WAITS_FOR_ITS_PERSON, type Behaviour } from './behaviour.ts';
import type { ClientMessage } from './client-message.ts';
import type { EventFeed } from './event-feed.ts';
import { publicEvent } from './handset.ts';
import type { MediaEnd, MediaRelay } from './media-relay.ts';

/** One browser of a client; `send` gets every message meant for it. */
export type ClientSocket = MediaEnd & { send(message: ClientMessage): void };

type Call = {
  readonly leg: Leg;
  readonly parameters: Record<string, string>;
  /** The browser that has the call. */
  owner: ClientSocket | null;
  readonly declined: Set<ClientSocket>;
};

type Surroundings = { readonly network: () => Network; readonly feed: EventFeed; readonly media: MediaRelay };

// A reload takes a few seconds; a call outlives it.
const RELOAD_MS = 10_000;

/** A person's identity with all its browsers: they ring together, and the first to accept has the call. */
export class Client implements Device {
  readonly address: string;
  readonly identity: string;
  behaviour: Behaviour = WAITS_FOR_ITS_PERSON;
  /** Registered by a script instead of a browser. */
  headless = false;
  readonly #around: Surroundings;
  readonly #sockets = new Set<ClientSocket>();
  readonly #calls = new Map<string, Call>();
  #leaving: AbortController | null = null;

  constructor(identity: string, around: Surroundings) {
    this.identity = identity;
    this.address = `client:${identity}`;
    this.#around = around;
  }

  /** Whether it can be rung: a browser is there, was there a moment ago, or a script stands in for one. */
  get registered(): boolean {
    return this.headless || this.#sockets.size > 0 || this.#leaving !== null;
  }

  get calls(): readonly Leg[] {
    // One that is still being set up does not ring yet.
    return [...this.#calls.values()].map(({ leg }) => leg).filter(({ status }) => status !== 'initiated');
  }

  /** A client's browser talks to the other browser only; it hands the network no recording. */
  hasMicrophone(): boolean {
    return false;
  }

  /** A browser registers; it is told of the calls it can take or take up again. */
  connect(socket: ClientSocket): void {
    this.#leaving?.abort();
    this.#leaving = null;
    this.#sockets.add(socket);
    const open = [...this.#calls.values()].filter((call) => call.owner === null);
    socket.send({ t: 'registered', identity: this.identity, calls: open.map(callView) });
    for (const call of open) if (call.leg.status === 'in-progress') this.#own(call, socket);
  }

  /** A browser is gone. What it carried waits a moment for the page to come back. */
  disconnect(socket: ClientSocket): void {
    this.#sockets.delete(socket);
    for (const call of this.#calls.values()) {
      if (call.owner !== socket) continue;
      this.#around.media.detach(call.leg.sid, socket);
      call.owner = null;
      this.#around.network().background(this.#endIfOrphaned(call));
    }
    if (this.#sockets.size === 0) this.#around.network().background(this.#leave());
  }

  /** Takes an incoming call on this browser (null: by a script). */
  accept(callSid: string, socket: ClientSocket | null): boolean {
    const call = this.#calls.get(callSid);
    if (!call || call.leg.status !== 'ringing') return false;
    if (socket) this.#own(call, socket);
    for (const other of this.#sockets) if (other !== socket) other.send({ t: 'cancelled', callSid });
    return pickUp(this.#around.network(), call.leg, { machine: false });
  }

  /** Rejects a call on this browser; it rings on where there are others, and is busy when all have rejected it. */
  decline(callSid: string, socket: ClientSocket): boolean {
    const call = this.#calls.get(callSid);
    if (!call || call.leg.status !== 'ringing') return false;
    call.declined.add(socket);
    socket.send({ t: 'cancelled', callSid });
    const rings = [...this.#sockets].some((other) => !call.declined.has(other));
    return rings || decline(this.#around.network(), call.leg);
  }

  /** A call that is ringing or running at this identity. */
  call(callSid: string): Leg | null {
    return this.#calls.get(callSid)?.leg ?? null;
  }

  /** The custom parameters a call came with. */
  parametersOf(callSid: string): Readonly<Record<string, string>> {
    return this.#calls.get(callSid)?.parameters ?? {};
  }

  ring(leg: Leg, parameters: Record<string, string>): void {
    this.#calls.set(leg.sid, { leg, parameters, owner: null, declined: new Set() });
  }

  tell(leg: Leg, event: LegEvent): void {
    const { feed, media, network } = this.#around;
    const call = this.#calls.get(leg.sid);
    if (!call) return;
    if (event.type === 'bridged') media.bridged(leg, event.peer);
    if (event.type === 'unbridged') media.unbridged(leg);
    this.#inform(call, event);
    if (event.type === 'ended') {
      if (call.owner) media.detach(leg.sid, call.owner);
      this.#calls.delete(leg.sid);
    }
    const extra = event.type === 'ringing' ? { to: leg.to, parameters: call.parameters } : {};
    feed.publish(this.address, { ...publicEvent(leg, event), ...extra });
    if (event.type === 'ringing') network().background(actAlone(network(), leg, this.behaviour));
  }

  #inform({ leg, parameters, owner, declined }: Call, event: LegEvent): void {
    const callSid = leg.sid;
    if (event.type === 'ringing')
      this.#all({ t: 'incoming', callSid, from: leg.from, to: leg.to, parameters });
    if (event.type === 'stopped-ringing') {
      for (const socket of this.#sockets) if (!declined.has(socket)) socket.send({ t: 'cancelled', callSid });
    }
    if (event.type === 'connected') owner?.send({ t: 'connected', callSid });
    if (event.type === 'heard') owner?.send({ t: 'heard', callSid, kind: event.kind, text: event.text });
    if (event.type === 'ended') owner?.send({ t: 'ended', callSid, status: event.status });
  }

  #all(message: ClientMessage): void {
    for (const socket of this.#sockets) socket.send(message);
  }

  #own(call: Call, socket: ClientSocket): void {
    call.owner = socket;
    this.#around.media.attach(call.leg.sid, socket);
  }

  async #leave(): Promise<void> {
    const back = new AbortController();
    this.#leaving = back;
    const network = this.#around.network();
    await pause(network, RELOAD_MS, AbortSignal.any([back.signal, network.closing])).catch(() => undefined);
    if (this.#leaving === back) this.#leaving = null;
  }

  async #endIfOrphaned(call: Call): Promise<void> {
    const network = this.#around.network();
    await pause(network, RELOAD_MS, network.closing).catch(() => undefined);
    if (call.owner === null && !call.leg.ended) hangUp(network, call.leg);
  }
}

function callView({ leg, parameters }: Call): Extract<ClientMessage, { t: 'registered' }>['calls'][number] {
  const state = leg.status === 'in-progress' ? 'connected' : 'ringing';
  return { callSid: leg.sid, state, from: leg.from, to: leg.to, parameters };
}
