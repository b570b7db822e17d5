import type { SoftphoneFact } from './softphone-state.ts';

/** What a softphone can do, whoever carries the call. Results come back as facts. */
export interface SoftphoneDevice {
  accept: (callSid: string) => void;
  decline: (callSid: string) => void;
  hangUp: (callSid: string) => void;
  mute: (callSid: string, muted: boolean) => void;
  /** @param digits 0–9, *, # */
  sendDigits: (callSid: string, digits: string) => void;
  /** Tries to connect now instead of at the end of the pause. */
  reconnect: () => void;
  /** Lets go of socket, microphone and sound. A conversation goes on at the carrier for a while, so that a reload finds it. */
  close: () => void;
}

/** What the pages may do with it; opening and closing belong to the line. */
export type SoftphoneControls = Omit<SoftphoneDevice, 'close'>;

export type Report = (fact: SoftphoneFact) => void;
