import type { CallStatus } from '../records/call-record.ts';
import { newSid } from '../sid.ts';
import type { Dial, DialTarget } from '../twiml/verb.ts';
import { bridgeUntilOver } from './bridge-until-over.ts';
import { connectCallee, hangUpCallee } from './dial-callee.ts';
import { runDialQueue } from './dial-queue.ts';
import { addressOf } from './device.ts';
import { recordDial } from './dial-recording.ts';
import { firstOf } from './first-of.ts';
import { untilAborted } from './wait-for.ts';
import { Interruption } from './interruption.ts';
import { Leg } from './leg.ts';
import { open } from './progress.ts';
import { askAction, resolveUrl, tellAction, type Outcome, type Run } from './run.ts';
import { talkSeconds } from './voice-parameters.ts';

type Callee = { readonly leg: Leg; readonly target: DialTarget };

/** How a Dial came out: who was reached, if anybody, and what the others were. */
type Result = {
  callees: readonly Callee[];
  reached: Leg | null;
  bridged: boolean;
  cancelled: boolean;
  recording: Record<string, string>;
};

/** Rings the targets, together or in order; the first to accept is connected with the caller. */
export async function runDial(run: Run, dial: Dial): Promise<Outcome> {
  if (dial.queue) return runDialQueue(run, dial, dial.queue);
  const result: Result = { callees: [], reached: null, bridged: false, cancelled: false, recording: {} };
  try {
    await dialInTurn(run, dial, result);
  } catch (error) {
    if (error instanceof Interruption && error.source === null) {
      result.cancelled = result.reached === null;
      tellAction(run, dial.action, parametersOf(result));
    }
    throw error;
  }
  return askAction(run, dial.action, parametersOf(result));
}

async function dialInTurn(run: Run, dial: Dial, result: Result): Promise<void> {
  const groups = dial.sequential ? dial.targets.map((target) => [target]) : [dial.targets];
  for (const group of groups) {
    const callees = group.map((target) => newCallee(run, dial, target));
    result.callees = [...result.callees, ...callees];
    try {
      result.reached = await firstToAccept(run, dial, callees);
      if (!result.reached) continue;
      for (const { leg } of callees) if (leg !== result.reached) hangUpCallee(run.network, leg);
      // In the instant of the yes they may have hung up, or REST may have taken them elsewhere.
      result.bridged = !result.reached.ended && !result.reached.independent;
      if (result.bridged) await talk(run, dial, result, result.reached);
      return;
    } finally {
      for (const { leg } of callees) hangUpCallee(run.network, leg);
    }
  }
}

async function talk(run: Run, dial: Dial, result: Result, callee: Leg): Promise<void> {
  const keep = recordDial(run, dial, callee);
  try {
    await bridgeUntilOver(run, callee, dial);
  } finally {
    hangUpCallee(run.network, callee);
    result.recording = await keep();
  }
}

function newCallee(run: Run, dial: Dial, target: DialTarget): Callee {
  const { leg: parent, network } = run;
  const callerId = dial.callerId ?? (parent.direction === 'inbound' ? parent.from : parent.to);
  const leg = new Leg({
    sid: newSid('CA'),
    direction: 'outbound-dial',
    from: callerId,
    to: addressOf(target),
    parent,
    forwardedFrom: null,
    status: target.status && { ...target.status, url: resolveUrl(run, target.status.url) },
  });
  open(network, leg);
  return { leg, target };
}

/** The first callee who answers and stays through the whisper; null when all have failed. */
async function firstToAccept(run: Run, dial: Dial, callees: readonly Callee[]): Promise<Leg | null> {
  const attempts = callees.map(async ({ leg, target }) => {
    if (!(await connectCallee(run, dial, leg, target))) throw new Error('not reached');
    return leg;
  });
  return firstOf<Leg | null>(run.signal, () => Promise.any(attempts).catch(() => null), untilAborted);
}

function parametersOf(result: Result): Record<string, string> {
  const reached = result.reached;
  const leg = reached ?? result.callees.at(-1)?.leg;
  return {
    DialCallStatus: reached ? 'completed' : result.cancelled ? 'canceled' : outcomeOf(result.callees),
    DialBridged: String(result.bridged),
    ...(leg ? { DialCallSid: leg.sid } : {}),
    ...(reached ? { DialCallDuration: String(talkSeconds(reached)) } : {}),
    ...result.recording,
  };
}

/** One status for several failures: somebody who might have come to the phone outweighs a fault. */
function outcomeOf(callees: readonly Callee[]): CallStatus {
  const statuses = callees.map(({ leg }) => leg.status);
  const order: readonly CallStatus[] = ['no-answer', 'busy', 'canceled', 'failed'];
  // A callee who hung up during the whisper was answered, but nobody talked with the caller.
  if (statuses.includes('completed')) return 'completed';
  return order.find((status) => statuses.includes(status)) ?? 'failed';
}
