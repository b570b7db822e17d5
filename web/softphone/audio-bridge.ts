/** What the two ends of a bridge tell each other through the sandbox's signalling. */
export type BridgeSignal = { sdp: RTCSessionDescriptionInit } | { candidate: RTCIceCandidateInit | null };

interface AudioBridgeOptions {
  /** The end that the sandbox asked to make the offer. */
  offer: boolean;
  microphone: MediaStream | null;
  send: (signal: BridgeSignal) => void;
  onSound: (stream: MediaStream) => void;
}

export interface AudioBridge {
  receive: (signal: BridgeSignal) => void;
  close: () => void;
}

/** One peer connection between this browser and the other end of the conversation. */
export const openAudioBridge = ({ offer, microphone, send, onSound }: AudioBridgeOptions): AudioBridge => {
  const peer = new RTCPeerConnection();
  const early: RTCIceCandidateInit[] = [];
  peer.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate !== null) send({ candidate: candidate.toJSON() });
  });
  peer.addEventListener('track', ({ streams, track }) => onSound(streams[0] ?? new MediaStream([track])));
  const track = microphone?.getAudioTracks()[0];
  if (track !== undefined && microphone !== null) peer.addTrack(track, microphone);
  else if (offer) peer.addTransceiver('audio', { direction: 'recvonly' });

  const describe = async (): Promise<void> => {
    await peer.setLocalDescription();
    if (peer.localDescription !== null) send({ sdp: peer.localDescription.toJSON() });
  };
  const takeDescription = async (description: RTCSessionDescriptionInit): Promise<void> => {
    await peer.setRemoteDescription(description);
    for (const candidate of early.splice(0)) await peer.addIceCandidate(candidate);
    if (description.type === 'offer') await describe();
  };
  const takeCandidate = async (candidate: RTCIceCandidateInit): Promise<void> => {
    if (peer.remoteDescription === null) early.push(candidate);
    else await peer.addIceCandidate(candidate);
  };

  // One step after the other: a candidate that overtakes its description would be refused.
  let steps: Promise<void> = Promise.resolve();
  const next = (step: () => Promise<void>): void => {
    // A bridge that was closed meanwhile refuses everything; the sandbox will open the next one.
    steps = steps.then(() => (peer.signalingState === 'closed' ? undefined : step())).catch(() => undefined);
  };

  if (offer) next(describe);
  return {
    receive: (signal) => {
      if ('sdp' in signal) next(() => takeDescription(signal.sdp));
      else if (signal.candidate !== null) {
        const { candidate } = signal;
        next(() => takeCandidate(candidate));
      }
    },
    close: () => peer.close(),
  };
};
