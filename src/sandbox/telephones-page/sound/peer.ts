import type { SignalData } from '../wire/socket.ts';

/** The audio between one of this page's telephones and the person at the other end. */
export type Peer = {
  signal(data: SignalData): Promise<void>;
  close(): void;
};

type PeerOptions = {
  readonly offer: boolean;
  readonly voice: MediaStreamTrack;
  readonly send: (data: SignalData) => void;
  readonly onRemote: (stream: MediaStream) => void;
};

/** Browser to browser; the sandbox only relays `send` and `signal`. */
export function openPeer({ offer, voice, send, onRemote }: PeerOptions): Peer {
  const connection = new RTCPeerConnection();
  const early: RTCIceCandidateInit[] = [];
  connection.addTrack(voice, new MediaStream([voice]));
  connection.addEventListener('track', ({ track, streams }) =>
    onRemote(streams[0] ?? new MediaStream([track])),
  );
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) send({ candidate: candidate.toJSON() });
  });

  async function describe(): Promise<void> {
    await connection.setLocalDescription();
    if (connection.localDescription) send({ sdp: connection.localDescription.toJSON() });
  }

  if (offer) void describe();
  return {
    async signal({ sdp, candidate }) {
      if (candidate) {
        // Candidates may overtake the description that they belong to.
        if (connection.remoteDescription) await connection.addIceCandidate(candidate);
        else early.push(candidate);
      }
      if (!sdp) return;
      await connection.setRemoteDescription(sdp);
      for (const each of early.splice(0)) await connection.addIceCandidate(each);
      if (sdp.type === 'offer') await describe();
    },
    close: () => connection.close(),
  };
}
