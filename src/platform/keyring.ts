import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** The keys that sealed values open with, and the one that new values are sealed with. */
export type Keyring = {
  /** The key that seals; null: this process does not have it. */
  current(): string | null;
  /** the fingerprints of all keys */
  holds(): string[];
  /** From now on these keys, of which the one with this fingerprint seals. */
  hold(keys: readonly Uint8Array[], current: string): void;
  /** What every value begins with that is sealed with the current key. @throws where this process does not have it */
  mark(): Buffer;
  encrypt(plain: Uint8Array, context: string): Uint8Array;
  /** @throws when the bytes were altered, the context is another, or the key is not here */
  decrypt(sealed: Uint8Array, context: string): Uint8Array;
  /** @returns null instead of throwing */
  tryDecrypt(sealed: Uint8Array, context: string): Uint8Array | null;
};

export const keyBytes = 32;

/** A secret of its own for each purpose, all from one key. */
export const derive = (key: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `frontdesk ${purpose}`, 32));

/** 16 hex digits that name a key and reveal nothing of it. */
export const fingerprintOf = (key: Uint8Array): string =>
  createHash('sha256').update(derive(key, 'fingerprint')).digest('hex').slice(0, 16);

const nonceBytes = 12;
const tagBytes = 16;
const idBytes = 8;

const open = (dataKey: Buffer, body: Buffer, context: string): Uint8Array => {
  const decipher = createDecipheriv('aes-256-gcm', dataKey, body.subarray(0, nonceBytes))
    .setAAD(Buffer.from(context))
    .setAuthTag(body.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(body.subarray(nonceBytes + tagBytes)), decipher.final()]);
};

/**
 * AES-256-GCM. A sealed value is a version byte 2, the 8 bytes of the key's fingerprint, 12 bytes nonce, 16 bytes tag,
 * then the ciphertext. Version 1 names no key: it is what was sealed when an installation had one key for ever.
 * `context` (for example clinic id and row id) is authenticated: a row copied elsewhere does not open.
 */
export const createKeyring = (keys: readonly Uint8Array[], first: string): Keyring => {
  let dataKeys = new Map<string, Buffer>();
  let current: string | null = null;
  const hold: Keyring['hold'] = (held, sealing) => {
    dataKeys = new Map(held.map((key) => [fingerprintOf(key), derive(key, 'data at rest')]));
    current = dataKeys.has(sealing) ? sealing : null;
  };
  hold(keys, first);

  const sealingKey = (): { id: string; dataKey: Buffer } => {
    const dataKey = current === null ? undefined : dataKeys.get(current);
    if (current === null || dataKey === undefined)
      throw new Error('the encryption key was changed, and this process does not have the new one');
    return { id: current, dataKey };
  };
  const mark = (): Buffer => Buffer.from(`02${sealingKey().id}`, 'hex');

  const openUnnamed = (body: Buffer, context: string): Uint8Array => {
    for (const dataKey of dataKeys.values()) {
      try {
        return open(dataKey, body, context);
      } catch {
        // another key's
      }
    }
    throw new Error('sealed with none of the keys of this process');
  };
  const decrypt: Keyring['decrypt'] = (sealed, context) => {
    const bytes = Buffer.from(sealed);
    if (bytes[0] === 1) return openUnnamed(bytes.subarray(1), context);
    if (bytes[0] !== 2) throw new Error('unknown encryption version');
    const dataKey = dataKeys.get(bytes.subarray(1, 1 + idBytes).toString('hex'));
    if (dataKey === undefined) throw new Error('sealed with a key that this process does not have');
    return open(dataKey, bytes.subarray(1 + idBytes), context);
  };
  return {
    current: () => current,
    holds: () => [...dataKeys.keys()],
    hold,
    mark,
    decrypt,
    tryDecrypt(sealed, context) {
      try {
        return decrypt(sealed, context);
      } catch {
        return null;
      }
    },
    encrypt(plain, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealingKey().dataKey, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([mark(), nonce, cipher.getAuthTag(), body]);
    },
  };
};
