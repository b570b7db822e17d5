import { createECDH, createHmac } from 'node:crypto';
import type { KeySource } from './key-source.ts';
import { createKeyring, derive, fingerprintOf, type Keyring } from './keyring.ts';

/** Everything secret of an installation. */
export type Secrets = {
  /** base64url; signs sessions */
  authSecret: string;
  /** 22 characters that only this installation can make of the text: for addresses that others may only pass on */
  sign(text: string): string;
  /** the keys by which push services know this installation (VAPID), base64url; always the same */
  pushKeys(): { publicKey: string; privateKey: string };
  encrypt: Keyring['encrypt'];
  decrypt: Keyring['decrypt'];
  keys: Keyring;
  source: KeySource;
};

/**
 * What is signed with. It comes from the installation's first key and stays when that is changed: sessions, links that
 * were sent and subscriptions to notifications outlive it.
 */
export const signingNames = ['sessions', 'links', 'push'] as const;
export type SigningSecrets = Record<(typeof signingNames)[number], Uint8Array>;

export const deriveSigning = (key: Uint8Array): SigningSecrets => ({
  sessions: derive(key, 'sessions'),
  links: derive(key, 'links'),
  push: derive(key, 'web push'),
});

export const secretsOf = (source: KeySource, keys: Keyring, signing: SigningSecrets): Secrets => ({
  authSecret: Buffer.from(signing.sessions).toString('base64url'),
  sign: (text) => createHmac('sha256', signing.links).update(text).digest('base64url').slice(0, 22),
  pushKeys() {
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(Buffer.from(signing.push));
    return {
      publicKey: curve.getPublicKey('base64url'),
      privateKey: Buffer.from(signing.push).toString('base64url'),
    };
  },
  encrypt: keys.encrypt,
  decrypt: keys.decrypt,
  keys,
  source,
});

/** With one key that nothing else is kept for. */
export const createSecrets = (key: Uint8Array): Secrets =>
  secretsOf({ file: null, read: () => [key] }, createKeyring([key], fingerprintOf(key)), deriveSigning(key));
