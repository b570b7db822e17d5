import type { SoftphoneToken } from '../../src/staff/rules/staff-views.ts';
import { Problem } from '../platform/problem.ts';
import { clinicPath, request } from '../platform/request.ts';
import { reconnectPause } from './reconnect-pause.ts';
import { openSandboxDevice } from './sandbox-device.ts';
import { onCarrierChange } from '../live/carrier-change.ts';
import type { Report, SoftphoneControls, SoftphoneDevice } from './softphone-device.ts';

interface SoftphoneLine {
  /** Usable at any time: without a device they do nothing. */
  controls: SoftphoneControls;
  /** Connects to the clinic's carrier, again and again until it works; the answer lets go of it. */
  connect: (clinicId: string) => () => void;
}

const openDevice = async (clinicId: string, report: Report): Promise<SoftphoneDevice> => {
  const fetchToken = (): Promise<SoftphoneToken> =>
    request<SoftphoneToken>(clinicPath(clinicId, 'softphone/token'), { method: 'POST', body: {} });
  const first = await fetchToken();
  if (first.carrier === 'sandbox') return openSandboxDevice(fetchToken, report);
  const { openTwilioDevice } = await import('./twilio-device.ts');
  return openTwilioDevice(first, fetchToken, report);
};

const isRefusal = (error: unknown): boolean =>
  error instanceof Problem &&
  (error.status === 401 || error.status === 403 || error.code === 'no-answer-calls');

/** Every open portal asks for a token at once otherwise; and another process of ours may learn of it a moment later. */
const pauseAfterCarrierChange = (): number => 500 + Math.random() * 1500;

/** The place of the device: the pages hold on to it while devices come and go. */
export const createSoftphoneLine = (report: Report): SoftphoneLine => {
  let device: SoftphoneDevice | null = null;
  let tryNow = (): void => undefined;

  const connect = (clinicId: string): (() => void) => {
    let closed = false;
    let failures = 0;
    let retryTimer: ReturnType<typeof setTimeout> | undefined;
    let opening = 0;
    const onFailure = (error: unknown): void => {
      if (closed) return;
      if (isRefusal(error)) return report({ type: 'connection', connection: 'refused' });
      failures += 1;
      const pause = reconnectPause(failures, Math.random());
      report({ type: 'connection', connection: 'lost', retryAt: Date.now() + pause });
      retryTimer = setTimeout(attempt, pause);
    };
    const attempt = (): void => {
      clearTimeout(retryTimer);
      report({ type: 'connection', connection: 'connecting' });
      opening += 1;
      const own = opening;
      openDevice(clinicId, report).then(
        (opened) => {
          if (closed || own !== opening) opened.close();
          else device = opened;
        },
        (error: unknown) => {
          if (own === opening) onFailure(error);
        },
      );
    };
    const stopListening = onCarrierChange(() => {
      clearTimeout(retryTimer);
      retryTimer = setTimeout(() => {
        device?.close();
        device = null;
        attempt();
      }, pauseAfterCarrierChange());
    });
    tryNow = attempt;
    attempt();
    return () => {
      closed = true;
      stopListening();
      clearTimeout(retryTimer);
      device?.close();
      device = null;
      tryNow = () => undefined;
      report({ type: 'stopped' });
    };
  };

  return {
    connect,
    controls: {
      accept: (callSid) => device?.accept(callSid),
      decline: (callSid) => device?.decline(callSid),
      hangUp: (callSid) => device?.hangUp(callSid),
      mute: (callSid, muted) => device?.mute(callSid, muted),
      sendDigits: (callSid, digits) => device?.sendDigits(callSid, digits),
      reconnect: () => (device === null ? tryNow() : device.reconnect()),
    },
  };
};
