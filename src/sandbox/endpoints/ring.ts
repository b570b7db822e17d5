import type { BadDay } from '../bad-day/bad-day.ts';
import { outcomeFor } from '../bad-day/bad-day.ts';
import { addressOf, type Device, type Ring, type RingResult, type RingTarget } from '../calls/device.ts';
import type { Leg } from '../calls/leg.ts';
import type { Network } from '../calls/network.ts';
import { actAlone, behaviour } from './behaviour.ts';
import type { ClientDesk } from './client-desk.ts';
import type { Handset } from './handset.ts';
import type { HandsetDesk } from './handset-desk.ts';

const SIGNAL_MS = 1000;
const E164 = /^\+[1-9]\d{6,14}$/;
const MACHINE = behaviour.parse({ onCall: 'machine', answerAfterSeconds: 4 });

type Surroundings = {
  readonly network: () => Network;
  readonly badDay: BadDay;
  readonly handsets: HandsetDesk;
  readonly clients: ClientDesk;
};

/** Finds the telephone or client a call is for, and says how the far network answers. */
export function ringWith(around: Surroundings): Ring {
  return (leg, target) => {
    if (target.kind === 'client') return around.clients.ring(leg, target.identity, target.parameters);
    const address = addressOf(target);
    if (target.kind === 'number' && !E164.test(address)) return refused('failed');
    const handset = target.kind === 'sip' ? around.handsets.bySip(target.uri) : around.handsets.get(address);
    return ringNumber(around, leg, target, handset);
  };
}

function ringNumber(around: Surroundings, leg: Leg, target: RingTarget, handset: Handset | null): RingResult {
  const number = handset?.address ?? addressOf(target);
  const outcome = outcomeFor(around.badDay.current(), number);
  const wish = handset?.behaviour.onCall ?? 'no-answer';
  if (outcome === 'failed' || (outcome === null && wish === 'fail')) return refused('failed');
  if (outcome === 'busy' || (outcome === null && wish === 'busy')) return refused('busy');
  if (outcome === 'machine') return { kind: 'rings', device: machine(around.network, number) };
  if (outcome === 'no-answer' || wish === 'no-answer' || !handset)
    return { kind: 'rings', device: nobody(number) };
  if (handset.leg) return refused('busy');
  handset.take(leg);
  return { kind: 'rings', device: handset };
}

const refused = (status: 'busy' | 'failed'): RingResult => ({ kind: 'refused', status, afterMs: SIGNAL_MS });

/** A telephone in an empty room. */
function nobody(address: string): Device {
  return { address, hasMicrophone: () => false, tell: () => undefined };
}

/** An answering machine: picks up after a few rings, listens for a minute. */
function machine(network: () => Network, address: string): Device {
  return {
    address,
    hasMicrophone: () => false,
    tell: (leg, event) => {
      if (event.type === 'ringing') network().background(actAlone(network(), leg, MACHINE));
    },
  };
}
