import type { Device, LegEvent } from '../device.ts';
import type { CallEngine } from '../engine.ts';
import type { Leg } from '../leg.ts';
import { attachAudio, decline, finishRecording, hangUp, pickUp, press, say } from '../person.ts';

/** A telephone that remembers what it was told, in short words such as `say: Hello` or `bridged: +1…`. */
export class TestPhone implements Device {
  readonly address: string;
  readonly log: string[] = [];
  /** The same by call, for a telephone that has had several. */
  readonly byCall = new Map<string, string[]>();
  leg: Leg | null = null;
  microphone = false;
  readonly #engine: CallEngine;

  constructor(address: string, engine: CallEngine) {
    this.address = address;
    this.#engine = engine;
  }

  hasMicrophone(): boolean {
    return this.microphone;
  }

  tell(leg: Leg, event: LegEvent): void {
    this.leg = leg;
    const words = inWords(event);
    this.log.push(words);
    this.byCall.set(leg.sid, [...(this.byCall.get(leg.sid) ?? []), words]);
  }

  answer = (): boolean => pickUp(this.#engine.network, this.#calling(), { machine: false });
  answerAsMachine = (): boolean => pickUp(this.#engine.network, this.#calling(), { machine: true });
  decline = (): boolean => decline(this.#engine.network, this.#calling());
  hangUp = (): boolean => hangUp(this.#engine.network, this.#calling());
  press = (keys: string): boolean => press(this.#engine.network, this.#calling(), keys);
  say = (words: string): boolean => say(this.#engine.network, this.#calling(), words, 0.9);
  record = (words: string, options: { seconds?: number; hangUp?: boolean } = {}): boolean =>
    finishRecording(this.#calling(), {
      words,
      seconds: options.seconds ?? null,
      hangUp: options.hangUp ?? false,
    });
  upload = (wav: Uint8Array): void => attachAudio(this.#calling(), wav);

  #calling(): Leg {
    if (!this.leg) throw new Error(`${this.address} has no call.`);
    return this.leg;
  }
}

function inWords(event: LegEvent): string {
  switch (event.type) {
    case 'heard':
      return `${event.kind}: ${event.text}`;
    case 'collecting':
      return `collecting: ${event.what}`;
    case 'bridged':
      return `bridged: ${event.peer.device?.address ?? ''}`;
    case 'ended':
      return `ended: ${event.status}`;
    case 'stopped-ringing':
      return `stopped-ringing: ${event.reason}`;
    case 'ringing':
    case 'connected':
    case 'unbridged':
    default:
      return event.type;
  }
}
