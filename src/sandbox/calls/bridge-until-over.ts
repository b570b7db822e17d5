import { Bridge } from './bridge.ts';
import { firstOf } from './first-of.ts';
import { untilOther } from './wait-for.ts';
import type { Leg } from './leg.ts';
import { pause } from './network.ts';
import { answer } from './progress.ts';
import type { Run } from './run.ts';

/** Lets the run's leg and a peer talk until one leaves, is taken elsewhere, presses star, or the time is up. */
export async function bridgeUntilOver(
  run: Run,
  peer: Leg,
  limits: { timeLimit: number; hangupOnStar: boolean },
): Promise<void> {
  const { network, leg } = run;
  answer(network, leg);
  const peerSignal = peer.signal;
  const bridge = new Bridge(leg, peer);
  const inbox = leg.listen();
  try {
    await firstOf<void>(
      run.signal,
      (signal) => untilOther(peerSignal, signal),
      (signal) => pause(network, limits.timeLimit * 1000, signal),
      async (signal) => {
        for (;;) {
          const input = await inbox.next(signal);
          if (limits.hangupOnStar && input.kind === 'key' && input.key === '*') return;
        }
      },
    );
  } finally {
    leg.stopListening(inbox);
    bridge.end();
  }
}
