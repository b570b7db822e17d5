import { newSid } from '../sid.ts';
import type { CallEvent, HttpMethod, RecordingEvent } from '../twiml/verb.ts';
import { ringUntilAnswered } from './dial-callee.ts';
import { targetOf } from './device.ts';
import { Interruption } from './interruption.ts';
import { Leg } from './leg.ts';
import { detectMachine, type MachineDetection } from './machine-detection.ts';
import { note, pause, type Network } from './network.ts';
import { end, open } from './progress.ts';
import { playDigits } from './prompts.ts';
import { recordCall } from './record-call.ts';
import { faultOf, limitCall, LONGEST_CALL_SECONDS, runCall } from './run-call.ts';
import type { Source } from './source.ts';
import { voiceParameters } from './voice-parameters.ts';

type Callback = { readonly url: string; readonly method: HttpMethod };

/** A call as REST asks for it; seconds where a time is meant. */
export type PlaceCall = {
  readonly to: string;
  readonly from: string;
  /** What to do once it is answered. */
  readonly source: Source;
  readonly fallback?: Callback | null;
  readonly status: (Callback & { readonly events: readonly CallEvent[] }) | null;
  readonly timeoutSeconds: number;
  readonly timeLimitSeconds?: number;
  readonly machineDetection?: MachineDetection | null;
  /** With it the call goes on at once, and the verdict comes to this address. */
  readonly asyncAmd?: Callback | null;
  readonly record?: {
    readonly channels: 1 | 2;
    readonly status: (Callback & { readonly events: readonly RecordingEvent[] }) | null;
  } | null;
  readonly sendDigits?: string | null;
  readonly callerName?: string | null;
};

/** Enters the call in the queue and sees it through in the background. */
export function placeCall(network: Network, order: PlaceCall, waitMs: number): Leg {
  const leg = new Leg({
    sid: newSid('CA'),
    direction: 'outbound-api',
    from: order.from,
    to: order.to,
    parent: null,
    callerName: order.callerName ?? null,
    status: order.status,
    fallback: order.fallback ?? null,
  });
  // It has a loop of its own from the start, which takes up whatever REST gives it.
  leg.independent = true;
  open(network, leg);
  network.background(seeThrough(network, leg, order, waitMs));
  return leg;
}

async function seeThrough(network: Network, leg: Leg, order: PlaceCall, waitMs: number): Promise<void> {
  try {
    // Even with no wait it is queued first: the one who placed it gets that answer.
    await pause(network, waitMs, leg.signal);
    if (!(await ringUntilAnswered(network, leg, targetOf(order.to), order.timeoutSeconds, waitMs))) return;
    network.background(limitCall(network, leg, order.timeLimitSeconds ?? LONGEST_CALL_SECONDS));
    if (order.record) network.background(recordCall(network, leg, order.record));
    if (order.sendDigits) await playDigits({ network, leg }, order.sendDigits, leg.signal);
    if (order.machineDetection && order.asyncAmd) {
      network.background(reportVerdict(network, leg, order.machineDetection, order.asyncAmd));
    } else if (order.machineDetection) {
      await judge(network, leg, order.machineDetection);
    }
  } catch (error) {
    if (!(error instanceof Interruption)) note(network, leg, 'error', faultOf(error));
    const next = leg.takeNext();
    if (next) return runCall(network, leg, next);
    return end(network, leg, 'failed');
  }
  await runCall(network, leg, order.source);
}

async function judge(network: Network, leg: Leg, mode: MachineDetection): Promise<void> {
  leg.answeredBy = await detectMachine(network, leg, mode);
  network.store.calls.update(leg.sid, { answeredBy: leg.answeredBy });
  note(network, leg, 'event', `Answered by ${leg.answeredBy}`);
}

async function reportVerdict(
  network: Network,
  leg: Leg,
  mode: MachineDetection,
  callback: Callback,
): Promise<void> {
  const startedAt = network.clock.now();
  try {
    await judge(network, leg, mode);
  } catch (error) {
    if (!(error instanceof Interruption)) throw error;
    leg.answeredBy = 'unknown';
  }
  const duration = String(network.clock.now() - startedAt);
  const parameters = {
    ...voiceParameters(network.account.accountSid, leg),
    MachineDetectionDuration: duration,
  };
  await network.webhooks.postStatus({ sid: leg.sid, ...callback, parameters });
}
