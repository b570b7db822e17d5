const text = new TextDecoder();
const tag = (bytes: Uint8Array, at: number): string => text.decode(bytes.subarray(at, at + 4));

/** The chunks of a RIFF file or list from an offset on. */
function* chunks(bytes: Uint8Array, from: number): Generator<{ name: string; content: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    yield { name: tag(bytes, at), content: bytes.subarray(at + 8, at + 8 + size) };
    at += 8 + size + (size % 2);
  }
}

/** The comment that a WAV file carries (what is spoken in it, as a caption); null when it has none. */
export function commentOf(bytes: Uint8Array): string | null {
  if (tag(bytes, 0) !== 'RIFF') return null;
  for (const list of chunks(bytes, 12)) {
    if (list.name !== 'LIST' || tag(list.content, 0) !== 'INFO') continue;
    for (const { name, content } of chunks(list.content, 4))
      if (name === 'ICMT') return text.decode(content).replace(/\0+$/, '').trim() || null;
  }
  return null;
}
