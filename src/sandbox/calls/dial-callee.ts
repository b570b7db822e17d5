import type { Dial, DialTarget } from '../twiml/verb.ts';
import { Interruption } from './interruption.ts';
import type { Leg } from './leg.ts';
import { note, pause, type Network } from './network.ts';
import { firstOf } from './first-of.ts';
import { end, initiate, ringing } from './progress.ts';
import { playDigits } from './prompts.ts';
import { resolveUrl, type Run } from './run.ts';
import { atUrl } from './source.ts';

// The carrier gives numbers on other networks five seconds more than was asked for.
const OTHER_NETWORK_MS = 5000;
const SETUP_MS = 200;

/** Rings one callee and plays the whisper; true when they are ready to be connected. Never throws for a call's end. */
export async function connectCallee(run: Run, dial: Dial, leg: Leg, target: DialTarget): Promise<boolean> {
  const { network } = run;
  try {
    if (!(await ringUntilAnswered(network, leg, target, dial.timeout))) return false;
    if (target.kind === 'number' && target.sendDigits)
      await playDigits({ network, leg }, target.sendDigits, leg.signal);
    if (!target.whisper) return true;
    const url = resolveUrl(run, target.whisper.url);
    const whisper = { network, leg, scope: 'whisper' as const, signal: leg.signal };
    const ending = await run.perform(whisper, atUrl({ url, method: target.whisper.method }));
    if (ending === 'hang-up') end(network, leg, 'completed');
    return !leg.ended;
  } catch (error) {
    if (error instanceof Interruption) return false;
    note(network, leg, 'error', error instanceof Error ? error.message : String(error));
    end(network, leg, 'failed');
    return false;
  }
}

/** Sets a call up, rings, and waits for an answer. Times are seconds. */
export async function ringUntilAnswered(
  network: Network,
  leg: Leg,
  target: Parameters<Network['ring']>[1],
  timeout: number,
  queueTimeMs = 0,
): Promise<boolean> {
  initiate(network, leg, queueTimeMs);
  const result = network.ring(leg, target);
  if (result.kind === 'rings') leg.device = result.device;
  await pause(network, result.kind === 'refused' ? result.afterMs : SETUP_MS, leg.signal);
  if (result.kind === 'refused') {
    end(network, leg, result.status);
    return false;
  }
  ringing(network, leg);
  const patience = timeout * 1000 + (target.kind === 'client' ? 0 : OTHER_NETWORK_MS);
  const answered = await firstOf<boolean>(
    leg.signal,
    (signal) => leg.until(() => leg.answeredAt !== null, signal).then(() => true),
    (signal) => pause(network, patience, signal).then(() => false),
  );
  if (!answered) end(network, leg, 'no-answer');
  return answered;
}

/** Lets a callee go when the Dial has no more use for them; one that REST took over is left alone. */
export function hangUpCallee(network: Network, leg: Leg): void {
  if (leg.independent || leg.ended) return;
  end(network, leg, 'canceled');
}
