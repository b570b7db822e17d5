import type { FromSandbox, ToSandbox } from '../wire/socket.ts';
import { voiceTrack } from './microphone.ts';
import { openPeer, type Peer } from './peer.ts';

type Bridge = Extract<FromSandbox, { t: 'bridge' }>;
type Signal = Extract<FromSandbox, { t: 'signal' }>;

type Conversation = {
  readonly number: string;
  readonly bridgeId: string;
  readonly peer: Peer;
  readonly voice: MediaStreamTrack;
  readonly ear: HTMLAudioElement;
};

// Two telephones of one page may be the two ends of one bridge.
const keyOf = ({ number, bridgeId }: { number: string; bridgeId: string }): string => `${bridgeId} ${number}`;

/** The conversations that this page's telephones are in, with sound. */
export function createConversations(send: (message: ToSandbox) => void) {
  const conversations = new Map<string, Conversation>();
  let speaking: string | null = null;

  function tune(): void {
    const all = [...conversations.values()];
    for (const each of all) {
      each.voice.enabled = each.number === speaking;
      // Both ends on this page: the person would hear nothing but an echo.
      each.ear.muted = all.some((other) => other !== each && other.bridgeId === each.bridgeId);
    }
  }

  function end(key: string): void {
    const conversation = conversations.get(key);
    if (!conversation) return;
    conversations.delete(key);
    conversation.peer.close();
    conversation.voice.stop();
    conversation.ear.srcObject = null;
    tune();
  }

  return {
    begin(bridge: Bridge): void {
      const voice = voiceTrack();
      if (!voice) return;
      const { number, bridgeId } = bridge;
      end(keyOf(bridge));
      const ear = new Audio();
      ear.autoplay = true;
      const peer = openPeer({
        offer: bridge.offer,
        voice,
        send: (data) => send({ t: 'signal', number, bridgeId, data }),
        onRemote: (stream) => {
          ear.srcObject = stream;
          // A browser that wants a click first gets one with the next key.
          ear.play().catch(() => undefined);
        },
      });
      conversations.set(keyOf(bridge), { number, bridgeId, peer, voice, ear });
      tune();
    },
    end: (bridge: { number: string; bridgeId: string }): void => end(keyOf(bridge)),
    endAll(): void {
      for (const key of conversations.keys()) end(key);
    },
    signal(signal: Signal): void {
      // A description of a bridge that has just ended is of no use any more.
      conversations
        .get(keyOf(signal))
        ?.peer.signal(signal.data)
        .catch(() => end(keyOf(signal)));
    },
    /** Only the telephone in the hand hears the microphone. */
    speakInto(number: string | null): void {
      speaking = number;
      tune();
    },
  };
}
