import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { StartFailure } from './start-failure.ts';

/** Everything secret is derived from one 32-byte key, so that there is one thing to keep and one to back up. */
export type Secrets = {
  /** base64url; signs sessions */
  authSecret: string;
  /** 22 characters that only this installation can make of the text: for addresses that others may only pass on */
  sign(text: string): string;
  /** first 16 hex digits of a hash of the key: tells two processes with different keys apart, reveals nothing */
  fingerprint: string;
  /** the keys by which push services know this installation (VAPID), base64url; always the same */
  pushKeys(): { publicKey: string; privateKey: string };
  encrypt(plain: Uint8Array, context: string): Uint8Array;
  /** @throws when the bytes were altered, the context is another, or the key is another */
  decrypt(sealed: Uint8Array, context: string): Uint8Array;
};

const derive = (key: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `frontdesk ${purpose}`, 32));

/**
 * AES-256-GCM. A sealed value is 1 version byte, 12 bytes nonce, 16 bytes tag, then the ciphertext.
 * `context` (for example clinic id and row id) is authenticated: a row copied elsewhere does not decrypt.
 */
export const createSecrets = (key: Uint8Array): Secrets => {
  if (key.length !== 32) throw new StartFailure('ENCRYPTION_KEY must be 32 bytes in base64 (44 characters).');
  const data = derive(key, 'data at rest');
  const links = derive(key, 'links');
  return {
    authSecret: derive(key, 'sessions').toString('base64url'),
    sign: (text) => createHmac('sha256', links).update(text).digest('base64url').slice(0, 22),
    fingerprint: createHash('sha256').update(derive(key, 'fingerprint')).digest('hex').slice(0, 16),
    pushKeys() {
      const privateKey = derive(key, 'web push');
      const curve = createECDH('prime256v1');
      curve.setPrivateKey(privateKey);
      return {
        publicKey: curve.getPublicKey('base64url'),
        privateKey: privateKey.toString('base64url'),
      };
    },
    encrypt(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', data, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body]);
    },
    decrypt(sealed, context) {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== 1) throw new Error('unknown encryption version');
      const decipher = createDecipheriv('aes-256-gcm', data, bytes.subarray(1, 13))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(13, 29));
      return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]);
    },
  };
};

/** The key from the setting, or the one in the data folder, made at the first start and readable by its owner only. */
export const loadSecrets = (setting: string | undefined, dataDir: string): Secrets => {
  if (setting !== undefined) return createSecrets(Buffer.from(setting, 'base64'));
  const file = path.join(dataDir, 'encryption.key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    // Written beside and linked: of two processes that start together one makes the key, and neither reads half of it.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch {
      if (!existsSync(file)) renameSync(draft, file);
    }
    rmSync(draft, { force: true });
  }
  chmodSync(file, 0o600);
  return createSecrets(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64'));
};
