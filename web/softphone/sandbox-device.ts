import type { SoftphoneToken } from '../../src/staff/rules/staff-views.ts';
import { openAudioBridge, type AudioBridge } from './audio-bridge.ts';
import { createMicrophone } from './microphone.ts';
import { recallCall } from './remembered-call.ts';
import { toDeviceCall, type FromSandbox } from './sandbox-messages.ts';
import { openSandboxSocket } from './sandbox-socket.ts';
import type { Report, SoftphoneDevice } from './softphone-device.ts';
import type { RegisteredCall } from './softphone-state.ts';
import { createSpeaker } from './speaker.ts';

const toRegisteredCall = (
  call: Extract<FromSandbox, { t: 'registered' }>['calls'][number],
): RegisteredCall => ({
  ...toDeviceCall(call.callSid, call.from, (name) => call.parameters[name]),
  state: call.state,
  ...recallCall(call.callSid),
});

/** The softphone of the sandbox carrier: signalling by WebSocket, sound from browser to browser by WebRTC. */
export const openSandboxDevice = (
  fetchToken: () => Promise<SoftphoneToken>,
  report: Report,
): SoftphoneDevice => {
  const microphone = createMicrophone((state) => report({ type: 'microphone', microphone: state }));
  const speaker = createSpeaker();
  const talking = new Set<string>();
  // A bridge opens when the microphone is there; signals that come earlier wait for it in the promise.
  const bridges = new Map<string, { callSid: string; bridge: Promise<AudioBridge> }>();

  const closeBridge = (bridgeId: string): void => {
    void bridges.get(bridgeId)?.bridge.then((bridge) => bridge.close());
    bridges.delete(bridgeId);
  };
  const openBridge = (callSid: string, bridgeId: string, offer: boolean): void => {
    closeBridge(bridgeId);
    const bridge = microphone.open().then((stream) =>
      openAudioBridge({
        offer,
        microphone: stream,
        send: (data) => socket.send({ t: 'signal', bridgeId, data }),
        onSound: speaker.play,
      }),
    );
    bridges.set(bridgeId, { callSid, bridge });
  };
  const endCall = (callSid: string): void => {
    for (const [bridgeId, each] of bridges) if (each.callSid === callSid) closeBridge(bridgeId);
    talking.delete(callSid);
    if (talking.size > 0) return;
    microphone.release();
    speaker.stop();
  };
  const begin = (callSid: string): void => {
    talking.add(callSid);
    void microphone.open();
  };

  const resume = (callSid: string): void => {
    // Muted before the reload: muted before the first word after it.
    if (!talking.has(callSid) && recallCall(callSid)?.muted === true) microphone.setMuted(true);
    begin(callSid);
  };

  const onMessage = (message: FromSandbox): void => {
    switch (message.t) {
      case 'registered': {
        const alive = new Set(message.calls.map((call) => call.callSid));
        for (const callSid of talking) if (!alive.has(callSid)) endCall(callSid);
        for (const call of message.calls) if (call.state === 'connected') resume(call.callSid);
        return report({ type: 'registered', calls: message.calls.map(toRegisteredCall) });
      }
      case 'incoming':
        return report({
          type: 'incoming',
          call: toDeviceCall(message.callSid, message.from, (name) => message.parameters[name]),
        });
      case 'connected':
        begin(message.callSid);
        return report({ type: 'connected', callSid: message.callSid });
      case 'cancelled':
      case 'ended':
        endCall(message.callSid);
        return report({ type: 'gone', callSid: message.callSid });
      case 'heard':
        return report({ type: 'heard', callSid: message.callSid, text: message.text });
      case 'bridge':
        return openBridge(message.callSid, message.bridgeId, message.offer);
      case 'unbridge':
        return closeBridge(message.bridgeId);
      case 'signal':
        return void bridges.get(message.bridgeId)?.bridge.then((bridge) => bridge.receive(message.data));
      case 'error':
      case 'pong':
        return undefined;
    }
  };

  const socket = openSandboxSocket({ fetchToken, onMessage, report });
  return {
    accept: (callSid) => {
      report({ type: 'accepting', callSid });
      // The sandbox joins the ends when both have sound: ask for the microphone before saying yes.
      void microphone.open().then(() => socket.send({ t: 'accept', callSid }));
    },
    decline: (callSid) => socket.send({ t: 'decline', callSid }),
    hangUp: (callSid) => {
      report({ type: 'ending', callSid });
      socket.send({ t: 'hangup', callSid });
    },
    mute: (callSid, muted) => {
      microphone.setMuted(muted);
      report({ type: 'muted', callSid, muted });
    },
    sendDigits: (callSid, digits) => socket.send({ t: 'digits', callSid, digits }),
    reconnect: socket.reconnect,
    close: () => {
      socket.close();
      for (const bridgeId of bridges.keys()) closeBridge(bridgeId);
      microphone.release();
      speaker.close();
    },
  };
};
