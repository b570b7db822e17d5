import { commentOf } from './wave-comment.ts';

const LARGEST_BYTES = 20 * 1024 * 1024;
const PATIENCE_MS = 5000;
const REMEMBERED = 200;
// kbit/s of MPEG layer III frames, by version and the four bits in their header; 0: not a constant rate.
const MPEG1_RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const MPEG2_RATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
const MULAW_BYTES_PER_SECOND = 8000;
const UNKNOWN_BYTES_PER_SECOND = 16_000;

export type AudioFile = {
  /** how many milliseconds it plays */
  readonly ms: number;
  /** the words in it, where the file tells them */
  readonly caption: string | null;
};

/** Looks at an audio file at an address; null when it cannot be had. */
export type ListenToAudio = (url: string, headers: Record<string, string>) => Promise<AudioFile | null>;

/** Fetches each file once and remembers what is known of it. */
export function rememberedAudio(): ListenToAudio {
  const known = new Map<string, AudioFile>();
  return async (url, headers) => {
    const remembered = known.get(url);
    if (remembered !== undefined) return remembered;
    const file = await fetchAudio(url, headers);
    if (!file) return null;
    const ms = Math.round(secondsOf(file.bytes, file.type) * 1000);
    const audio = { ms, caption: commentOf(file.bytes) };
    if (known.size < REMEMBERED) known.set(url, audio);
    return audio;
  };
}

async function fetchAudio(
  url: string,
  headers: Record<string, string>,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    const size = Number(response.headers.get('content-length') ?? 0);
    if (!response.ok || size > LARGEST_BYTES) return null;
    return { bytes: await response.bytes(), type: response.headers.get('content-type') ?? '' };
  } catch {
    return null;
  }
}

/** How long the bytes of a WAV, MP3 or µ-law file play, in seconds. */
export function secondsOf(bytes: Uint8Array, type: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 44 && view.getUint32(0) === 0x52_49_46_46) {
    return (bytes.length - 44) / (view.getUint32(28, true) || UNKNOWN_BYTES_PER_SECOND);
  }
  if (/basic|mulaw|pcmu/.test(type)) return bytes.length / MULAW_BYTES_PER_SECOND;
  const start = afterId3(bytes);
  return (bytes.length - start) / (mp3BytesPerSecond(bytes, start) ?? UNKNOWN_BYTES_PER_SECOND);
}

/** Where the sound begins after a tag with title and artist. */
function afterId3(bytes: Uint8Array): number {
  if (bytes[0] !== 0x49 || bytes[1] !== 0x44 || bytes[2] !== 0x33) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10);
  return Math.min(bytes.length, 10 + ((a << 21) | (b << 14) | (c << 7) | d));
}

function mp3BytesPerSecond(bytes: Uint8Array, start: number): number | null {
  const [sync = 0, version = 0, rate = 0] = bytes.subarray(start, start + 3);
  if (sync !== 0xff || (version & 0xe6) !== 0xe2) return null;
  const rates = (version & 0x18) === 0x18 ? MPEG1_RATES : MPEG2_RATES;
  return ((rates[rate >> 4] ?? 0) * 1000) / 8 || null;
}
