import type { CallStatus } from '../records/call-record.ts';
import type { CallEvent } from '../twiml/verb.ts';
import type { Leg } from './leg.ts';
import { note, type Network } from './network.ts';
import { rfc2822, talkSeconds, voiceParameters } from './voice-parameters.ts';

const SIP_CODES: Partial<Record<CallStatus, number>> = {
  completed: 200,
  busy: 486,
  'no-answer': 480,
  canceled: 487,
  failed: 404,
};

/** Enters a new leg in the books. */
export function open(network: Network, leg: Leg): void {
  network.legs.set(leg.sid, leg);
  network.store.calls.insert({
    sid: leg.sid,
    parentCallSid: leg.parent?.sid ?? null,
    direction: leg.direction,
    from: leg.from,
    to: leg.to,
    forwardedFrom: leg.forwardedFrom,
    callerName: leg.callerName,
    status: leg.status,
    createdAt: network.clock.now(),
    startedAt: null,
    answeredAt: null,
    endedAt: null,
    durationSeconds: null,
    answeredBy: null,
    sipResponseCode: null,
    phoneNumberSid: leg.phoneNumberSid,
    queueTimeMs: 0,
  });
}

export function initiate(network: Network, leg: Leg, queueTimeMs = 0): void {
  leg.status = 'initiated';
  network.store.calls.update(leg.sid, { status: 'initiated', startedAt: network.clock.now(), queueTimeMs });
  report(network, leg, 'initiated');
}

export function ringing(network: Network, leg: Leg): void {
  leg.status = 'ringing';
  network.store.calls.update(leg.sid, { status: 'ringing' });
  report(network, leg, 'ringing');
  leg.tell({ type: 'ringing' });
}

/** Picks up; answering twice changes nothing. */
export function answer(network: Network, leg: Leg): void {
  if (leg.ended || leg.status === 'in-progress') return;
  const now = network.clock.now();
  leg.status = 'in-progress';
  leg.answeredAt = now;
  network.store.calls.update(leg.sid, { status: 'in-progress', answeredAt: now });
  report(network, leg, 'answered');
  leg.tell({ type: 'connected' });
}

/**
 * Ends a leg: whatever runs on it is interrupted, its telephone hears of it, the callbacks go out. Ending
 * twice changes nothing. `status` is what a leg becomes that was never answered.
 */
export function end(network: Network, leg: Leg, status: CallStatus): void {
  if (leg.ended) return;
  leg.bridge?.end();
  const wasUp = leg.status === 'in-progress';
  const wasRinging = leg.status === 'ringing' && leg.direction !== 'inbound';
  leg.endedAt = network.clock.now();
  leg.status = wasUp ? 'completed' : status;
  const sipResponseCode = SIP_CODES[leg.status] ?? null;
  const patch = { status: leg.status, endedAt: leg.endedAt, sipResponseCode, answeredBy: leg.answeredBy };
  network.store.calls.update(leg.sid, { ...patch, durationSeconds: talkSeconds(leg) });
  network.legs.delete(leg.sid);
  report(network, leg, 'completed', {
    CallDuration: String(talkSeconds(leg)),
    Duration: String(Math.ceil(talkSeconds(leg) / 60)),
    ...(sipResponseCode ? { SipResponseCode: String(sipResponseCode) } : {}),
  });
  if (wasRinging) leg.tell({ type: 'stopped-ringing', reason: leg.status });
  leg.tell({ type: 'ended', status: leg.status });
  leg.interrupt(null);
}

function report(network: Network, leg: Leg, event: CallEvent, more: Record<string, string> = {}): void {
  note(network, leg, 'event', `Call ${event}`, { status: leg.status });
  const subscription = leg.subscription;
  if (!subscription?.events.includes(event)) return;
  const parameters = {
    ...voiceParameters(network.account.accountSid, leg),
    Timestamp: rfc2822(network.clock.now()),
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(leg.sequence),
    ...more,
  };
  leg.sequence += 1;
  const { url, method } = subscription;
  network.background(network.webhooks.postStatus({ sid: leg.sid, url, method, parameters }));
}
