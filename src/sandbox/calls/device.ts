import { toE164 } from '../rest/phone-number.ts';
import type { Leg } from './leg.ts';

export type HeardKind = 'say' | 'play' | 'beep' | 'speech';
export type Collecting = 'digits' | 'speech' | 'recording' | 'nothing';

/** What the network tells the telephone at the far end of a leg. */
export type LegEvent =
  | { readonly type: 'ringing' }
  | { readonly type: 'stopped-ringing'; readonly reason: string }
  | { readonly type: 'connected' }
  | { readonly type: 'heard'; readonly kind: HeardKind; readonly text: string }
  | { readonly type: 'collecting'; readonly what: Collecting }
  | { readonly type: 'bridged'; readonly peer: Leg }
  | { readonly type: 'unbridged'; readonly peer: Leg }
  | { readonly type: 'ended'; readonly status: string };

/** A telephone or a client at the far end of a leg. */
export interface Device {
  /** An E.164 number or `client:identity`. */
  readonly address: string;
  /** Whether the person's voice really reaches the network (a page with a microphone). */
  hasMicrophone(): boolean;
  tell(leg: Leg, event: LegEvent): void;
}

export type RingTarget =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'client'; readonly identity: string; readonly parameters: Record<string, string> }
  | { readonly kind: 'sip'; readonly uri: string };

/** The answer of the far network: it rings there, or ends after a moment with a status. */
export type RingResult =
  | { readonly kind: 'rings'; readonly device: Device }
  | { readonly kind: 'refused'; readonly status: 'busy' | 'no-answer' | 'failed'; readonly afterMs: number };

export type Ring = (leg: Leg, target: RingTarget) => RingResult;

/** How a target stands in a call's `To`. */
export function addressOf(target: RingTarget): string {
  if (target.kind === 'client') return `client:${target.identity}`;
  if (target.kind === 'sip') return target.uri.startsWith('sip:') ? target.uri : `sip:${target.uri}`;
  // The carrier takes American numbers as people write them; what is no number fails when it is rung.
  return toE164(target.number) ?? target.number;
}

/** The target a REST `To` names: a number, `client:name?key=value` or `sip:…`. */
export function targetOf(to: string): RingTarget {
  if (to.startsWith('sip:')) return { kind: 'sip', uri: to };
  if (!to.startsWith('client:')) return { kind: 'number', number: to };
  const [identity = '', query = ''] = to.slice('client:'.length).split('?', 2);
  return { kind: 'client', identity, parameters: Object.fromEntries(new URLSearchParams(query)) };
}
