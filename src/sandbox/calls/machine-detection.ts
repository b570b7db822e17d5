import { pause, type Network } from './network.ts';
import type { Leg } from './leg.ts';

export type MachineDetection = 'Enable' | 'DetectMessageEnd';

// About what the carrier needs: a person says "hello?", a machine talks on until its beep.
const VERDICT_MS = 3000;
const GREETING_MS = 6000;
const MACHINE_GREETING = 'You have reached my voicemail. Please leave a message after the tone.';

/** Listens to who answered, and gives the verdict that goes into AnsweredBy. */
export async function detectMachine(network: Network, leg: Leg, mode: MachineDetection): Promise<string> {
  await pause(network, VERDICT_MS, leg.signal);
  if (!leg.machine) return 'human';
  if (mode === 'Enable') return 'machine_start';
  leg.transcript.push(MACHINE_GREETING);
  await pause(network, GREETING_MS, leg.signal);
  return 'machine_end_beep';
}
