import { Interruption } from './interruption.ts';
import type { Leg } from './leg.ts';
import { note, pause, type Network } from './network.ts';
import { perform } from './perform.ts';
import { end } from './progress.ts';
import type { Source } from './source.ts';

/** The carrier ends every call after four hours unless it was told otherwise. */
export const LONGEST_CALL_SECONDS = 14_400;

/**
 * Runs a leg on documents of its own from now to its end: each new document that REST gives it takes the
 * place of the one before, and when there is nothing more to do the leg is hung up.
 */
export async function runCall(network: Network, leg: Leg, first: Source): Promise<void> {
  leg.independent = true;
  let source: Source | null = first;
  while (source && !leg.ended) {
    try {
      await perform({ network, leg, scope: 'call', signal: leg.signal }, source);
      source = null;
    } catch (error) {
      if (!(error instanceof Interruption)) note(network, leg, 'error', faultOf(error));
      source = leg.takeNext();
    }
  }
  // Unanswered with nothing to do: the caller hears the line go dead.
  end(network, leg, leg.direction === 'inbound' ? 'no-answer' : 'failed');
}

/** Hangs up once the call has lasted its time. */
export async function limitCall(network: Network, leg: Leg, seconds: number): Promise<void> {
  const over = new AbortController();
  const closing = AbortSignal.any([over.signal, network.closing]);
  const ended = leg.until(() => leg.ended, closing).finally(() => over.abort());
  await Promise.race([ended, pause(network, seconds * 1000, closing)]).catch(() => undefined);
  over.abort();
  await ended.catch(() => undefined);
  if (!leg.ended) end(network, leg, 'completed');
}

/** A fault of the sandbox itself, for the inspector. */
export function faultOf(error: unknown): string {
  return `The sandbox failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
