import { z } from 'zod';
import { firstOf } from '../calls/first-of.ts';
import { Interruption } from '../calls/interruption.ts';
import type { Leg } from '../calls/leg.ts';
import { pause, type Network } from '../calls/network.ts';
import { hangUp, pickUp, press } from '../calls/person.ts';

const seconds = z.number().min(0).max(3600);

/** What a telephone does by itself when it is called. */
export const behaviour = z.strictObject({
  onCall: z.enum(['ring', 'busy', 'no-answer', 'answer', 'machine', 'fail']).default('ring'),
  answerAfterSeconds: seconds.default(2),
  /** Keys to press when it is first asked for keys, as at a whisper that says "press 1 to accept". */
  pressAfterAnswer: z
    .string()
    .regex(/^[0-9*#]{1,32}$/)
    .optional(),
  /** Hangs up this long after answering. */
  hangUpAfterSeconds: seconds.optional(),
});

export type Behaviour = z.infer<typeof behaviour>;

export const WAITS_FOR_ITS_PERSON: Behaviour = behaviour.parse({});

// Somebody who is asked for a key needs a moment to find it.
const FIND_THE_KEY_MS = 1000;
const MACHINE_PATIENCE_SECONDS = 60;

/** Answers, presses and hangs up without a person; ends with the call. */
export async function actAlone(network: Network, leg: Leg, how: Behaviour): Promise<void> {
  const machine = how.onCall === 'machine';
  if (!machine && how.onCall !== 'answer') return;
  await firstOf(
    network.closing,
    (signal) => leg.until(() => leg.ended, signal),
    (signal) => act(network, leg, how, machine, signal),
  ).catch((error: unknown) => {
    if (!network.closing.aborted && !(error instanceof Interruption)) throw error;
  });
}

async function act(
  network: Network,
  leg: Leg,
  how: Behaviour,
  machine: boolean,
  signal: AbortSignal,
): Promise<void> {
  await pause(network, how.answerAfterSeconds * 1000, signal);
  if (!pickUp(network, leg, { machine })) return;
  const answeredAt = network.clock.now();
  const hangUpAfter = how.hangUpAfterSeconds ?? (machine ? MACHINE_PATIENCE_SECONDS : null);
  const tasks = [
    async (inner: AbortSignal) => {
      if (how.pressAfterAnswer !== undefined) await pressWhenAsked(network, leg, how.pressAfterAnswer, inner);
      await leg.until(() => leg.ended, inner);
    },
  ];
  if (hangUpAfter !== null) {
    tasks.push(async (inner) => {
      await pause(network, answeredAt + hangUpAfter * 1000 - network.clock.now(), inner);
      hangUp(network, leg);
    });
  }
  await firstOf(signal, ...tasks);
}

async function pressWhenAsked(network: Network, leg: Leg, keys: string, signal: AbortSignal): Promise<void> {
  await leg.until(() => leg.collecting === 'digits' || leg.collecting === 'speech', signal);
  await pause(network, FIND_THE_KEY_MS, signal);
  press(network, leg, keys);
}
