import { Call, Device } from '@twilio/voice-sdk';
import type { SoftphoneToken } from '../../src/staff/rules/staff-views.ts';
import { reconnectPause } from './reconnect-pause.ts';
import { toDeviceCall } from './sandbox-messages.ts';
import type { Report, SoftphoneDevice } from './softphone-device.ts';

/** Twilio's code for a microphone that the person or the browser refused. */
const microphoneRefused = 31401;
/** Its codes for an access token that is invalid or has expired. */
const badToken: readonly number[] = [20101, 20104];

/**
 * The softphone over Twilio's own SDK. The SDK can not take up an answered call after a reload (its `connectToken` is
 * for unanswered ones only), so `closeProtection` asks before the page is left in mid-call.
 */
export const openTwilioDevice = async (
  first: SoftphoneToken,
  fetchToken: () => Promise<SoftphoneToken>,
  report: Report,
): Promise<SoftphoneDevice> => {
  const calls = new Map<string, Call>();
  const device = new Device(first.token, {
    codecPreferences: [Call.Codec.Opus, Call.Codec.PCMU],
    closeProtection: true,
    allowIncomingWhileBusy: true,
    tokenRefreshMs: 60_000,
    maxCallSignalingTimeoutMs: 30_000,
  });

  const watch = (call: Call): void => {
    const callSid = call.parameters['CallSid'] ?? '';
    calls.set(callSid, call);
    const gone = (): void => {
      calls.delete(callSid);
      report({ type: 'gone', callSid });
    };
    call.on('accept', () => {
      report({ type: 'microphone', microphone: 'on' });
      report({ type: 'connected', callSid });
    });
    for (const end of ['cancel', 'reject', 'disconnect']) call.on(end, gone);
    call.on('mute', (muted: boolean) => report({ type: 'muted', callSid, muted }));
    call.on('error', ({ code }: { code: number }) => {
      if (code === microphoneRefused) report({ type: 'microphone', microphone: 'refused' });
    });
    call.on('reconnecting', () => report({ type: 'connection', connection: 'lost' }));
    call.on('reconnected', () => report({ type: 'connection', connection: 'ready' }));
    const from = call.parameters['From'] ?? 'anonymous';
    report({
      type: 'incoming',
      call: toDeviceCall(callSid, from, (name) => call.customParameters.get(name)),
    });
  };
  const renew = (): void => {
    // When this fails the SDK reports an expired token, and the provider shows the lost connection.
    fetchToken().then(
      ({ token }) => device.updateToken(token),
      () => undefined,
    );
  };
  let failures = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  const register = (): void => {
    clearTimeout(retryTimer);
    if (device.state !== Device.State.Unregistered) return;
    device.register().catch(() => {
      failures += 1;
      const pause = reconnectPause(failures, Math.random());
      report({ type: 'connection', connection: 'lost', retryAt: Date.now() + pause });
      retryTimer = setTimeout(register, pause);
    });
  };

  device.audio?.incoming(false); // the portal has its own ring tone
  device.on('incoming', watch);
  device.on('registering', () => report({ type: 'connection', connection: 'connecting' }));
  device.on('registered', () => {
    failures = 0;
    report({ type: 'connection', connection: 'ready' });
  });
  device.on('unregistered', () => report({ type: 'connection', connection: 'lost' }));
  device.on('tokenWillExpire', renew);
  // The SDK comes back by itself after other errors; without a listener they would end the page's script.
  device.on('error', ({ code }: { code: number }) => {
    if (badToken.includes(code)) renew();
  });
  register();

  return {
    accept: (callSid) => {
      report({ type: 'accepting', callSid });
      calls.get(callSid)?.accept();
    },
    decline: (callSid) => calls.get(callSid)?.reject(),
    hangUp: (callSid) => {
      report({ type: 'ending', callSid });
      calls.get(callSid)?.disconnect();
    },
    mute: (callSid, muted) => calls.get(callSid)?.mute(muted),
    sendDigits: (callSid, digits) => calls.get(callSid)?.sendDigits(digits),
    reconnect: () => {
      renew();
      register();
    },
    close: () => {
      clearTimeout(retryTimer);
      device.destroy();
    },
  };
};
