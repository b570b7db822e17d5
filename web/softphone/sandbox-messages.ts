import type { BridgeSignal } from './audio-bridge.ts';
import type { DeviceCall } from './softphone-state.ts';

/** The sandbox's signalling, `GET /client`: what it says to a browser and what a browser says to it. */

interface CallHead {
  callSid: string;
  from: string;
  to: string;
  parameters: Record<string, string>;
}

export type FromSandbox =
  | { t: 'registered'; identity: string; calls: (CallHead & { state: 'ringing' | 'connected' })[] }
  | ({ t: 'incoming' } & CallHead)
  | { t: 'cancelled'; callSid: string }
  | { t: 'connected'; callSid: string }
  | { t: 'ended'; callSid: string; status: string }
  | { t: 'heard'; callSid: string; kind: string; text: string }
  | { t: 'bridge'; callSid: string; bridgeId: string; offer: boolean }
  | { t: 'unbridge'; callSid: string; bridgeId: string }
  | { t: 'signal'; bridgeId: string; data: BridgeSignal }
  | { t: 'error'; message: string }
  | { t: 'pong' };

export type ToSandbox =
  | { t: 'accept' | 'decline' | 'hangup'; callSid: string }
  | { t: 'digits'; callSid: string; digits: string }
  | { t: 'signal'; bridgeId: string; data: BridgeSignal }
  | { t: 'ping' };

/** A message that is no JSON object is nothing to act on. */
export const readSandboxMessage = (text: unknown): FromSandbox | null => {
  try {
    const message: unknown = JSON.parse(String(text));
    return message !== null && typeof message === 'object' && 't' in message
      ? (message as FromSandbox)
      : null;
  } catch {
    return null;
  }
};

/** A carrier's custom parameters say which of our calls it is, and whether this person asked for it. */
export const toDeviceCall = (
  callSid: string,
  from: string,
  parameter: (name: string) => string | undefined,
): DeviceCall => ({
  callSid,
  from,
  callId: parameter('callId') ?? null,
  purpose: parameter('purpose') === 'outbound' ? 'outbound' : 'inbound',
});
