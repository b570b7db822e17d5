import type { NumberRecord } from '../records/number-record.ts';
import { newSid } from '../sid.ts';
import type { Device } from './device.ts';
import { Leg } from './leg.ts';
import { note, type Network } from './network.ts';
import { end, initiate, open, ringing } from './progress.ts';
import { limitCall, LONGEST_CALL_SECONDS, runCall } from './run-call.ts';
import { atUrl } from './source.ts';

/** A telephone calls a number of the account: the number's voice URL says what happens. */
export function receiveCall(
  network: Network,
  number: NumberRecord,
  caller: Device,
  details: { readonly forwardedFrom: string | null; readonly callerName: string | null },
): Leg {
  const callback = number.statusCallback;
  const leg = new Leg({
    sid: newSid('CA'),
    direction: 'inbound',
    from: caller.address,
    to: number.phoneNumber,
    parent: null,
    ...details,
    phoneNumberSid: number.sid,
    status: callback ? { url: callback, method: number.statusCallbackMethod, events: ['completed'] } : null,
    fallback: number.voiceFallbackUrl
      ? { url: number.voiceFallbackUrl, method: number.voiceFallbackMethod }
      : null,
  });
  leg.device = caller;
  open(network, leg);
  initiate(network, leg);
  ringing(network, leg);
  if (!number.voiceUrl) {
    note(network, leg, 'error', '11200 The number has no voice URL.');
    end(network, leg, 'failed');
    return leg;
  }
  const source = atUrl({ url: number.voiceUrl, method: number.voiceMethod });
  network.background(runCall(network, leg, source));
  network.background(limitCall(network, leg, LONGEST_CALL_SECONDS));
  return leg;
}
