/** The microphone, held only while there is a call: the browser's red dot means what it says. */
export interface Microphone {
  /** The stream, or null when the person or the browser refused it: then one can at least listen. */
  open: () => Promise<MediaStream | null>;
  setMuted: (muted: boolean) => void;
  release: () => void;
}

export const createMicrophone = (onState: (state: 'on' | 'refused') => void): Microphone => {
  let opening: Promise<MediaStream | null> | null = null;
  let muted = false;
  const apply = (stream: MediaStream): void => {
    for (const track of stream.getAudioTracks()) track.enabled = !muted;
  };
  const ask = async (): Promise<MediaStream | null> => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      });
      apply(stream);
      onState('on');
      return stream;
    } catch {
      opening = null; // asked again with the next call: a headset may have been plugged in
      onState('refused');
      return null;
    }
  };
  return {
    open: () => (opening ??= ask()),
    setMuted: (value) => {
      muted = value;
      void opening?.then((stream) => stream !== null && apply(stream));
    },
    release: () => {
      const held = opening;
      opening = null;
      muted = false;
      void held?.then((stream) => stream?.getTracks().forEach((track) => track.stop()));
    },
  };
};
