import { randomUUID } from 'node:crypto';
import type { Leg } from '../calls/leg.ts';

/** What a browser that carries a leg's voice is told about the other browser. */
export type MediaMessage =
  | { readonly t: 'bridge'; readonly callSid: string; readonly bridgeId: string; readonly offer: boolean }
  | { readonly t: 'unbridge'; readonly callSid: string; readonly bridgeId: string }
  | { readonly t: 'signal'; readonly callSid: string; readonly bridgeId: string; readonly data: unknown };

/** A browser with a microphone, for one leg. */
export type MediaEnd = { send(message: MediaMessage): void };

type Pair = { readonly first: string; readonly second: string; bridgeId: string | null };

/**
 * Brings the browsers at both ends of a bridge together: when both have a voice each is told, and what they
 * say to find each other (WebRTC offers and candidates) is passed on. The voices themselves go between them.
 */
export class MediaRelay {
  readonly #ends = new Map<string, MediaEnd>();
  readonly #pairs = new Map<string, Pair>();

  /** From now on this browser carries the leg's voice; the one before, if any, no longer does. */
  attach(callSid: string, end: MediaEnd): void {
    this.#part(callSid);
    this.#ends.set(callSid, end);
    this.#join(callSid);
  }

  detach(callSid: string, end: MediaEnd): void {
    if (this.#ends.get(callSid) !== end) return;
    this.#part(callSid);
    this.#ends.delete(callSid);
  }

  /** The people of two legs hear each other. Each leg's device says so; the second time changes nothing. */
  bridged(leg: Leg, peer: Leg): void {
    if (this.#pairs.get(leg.sid)?.bridgeId !== undefined && this.#isPair(leg, peer)) return;
    const pair: Pair = { first: leg.sid, second: peer.sid, bridgeId: null };
    this.#pairs.set(leg.sid, pair);
    this.#pairs.set(peer.sid, pair);
    this.#join(leg.sid);
  }

  unbridged(leg: Leg): void {
    const pair = this.#pairs.get(leg.sid);
    if (!pair) return;
    this.#part(leg.sid);
    this.#pairs.delete(pair.first);
    this.#pairs.delete(pair.second);
  }

  /** Passes a browser's message to the one at the other end, if the bridge is still the one it speaks of. */
  signal(callSid: string, bridgeId: string, data: unknown): void {
    const pair = this.#pairs.get(callSid);
    if (!pair || pair.bridgeId !== bridgeId) return;
    const other = pair.first === callSid ? pair.second : pair.first;
    this.#ends.get(other)?.send({ t: 'signal', callSid: other, bridgeId, data });
  }

  /** The call at this end of a bridge, for browsers that name the bridge only. */
  callIn(bridgeId: string, end: MediaEnd): string | null {
    for (const [callSid, pair] of this.#pairs) {
      if (pair.bridgeId === bridgeId && this.#ends.get(callSid) === end) return callSid;
    }
    return null;
  }

  #isPair(leg: Leg, peer: Leg): boolean {
    const pair = this.#pairs.get(leg.sid);
    return pair !== undefined && this.#pairs.get(peer.sid) === pair;
  }

  #join(callSid: string): void {
    const pair = this.#pairs.get(callSid);
    if (!pair || pair.bridgeId !== null) return;
    const first = this.#ends.get(pair.first);
    const second = this.#ends.get(pair.second);
    if (!first || !second) return;
    const bridgeId = randomUUID();
    pair.bridgeId = bridgeId;
    first.send({ t: 'bridge', callSid: pair.first, bridgeId, offer: true });
    second.send({ t: 'bridge', callSid: pair.second, bridgeId, offer: false });
  }

  #part(callSid: string): void {
    const pair = this.#pairs.get(callSid);
    if (!pair || pair.bridgeId === null) return;
    const { bridgeId, first, second } = pair;
    pair.bridgeId = null;
    this.#ends.get(first)?.send({ t: 'unbridge', callSid: first, bridgeId });
    this.#ends.get(second)?.send({ t: 'unbridge', callSid: second, bridgeId });
  }
}
