import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fingerprintOf, keyBytes } from './keyring.ts';
import { StartFailure } from './start-failure.ts';

/** Where this process has its keys from: the one it wants things sealed with first, then former ones. */
export type KeySource = {
  /** null: the environment */
  file: string | null;
  /** @returns none where there is no file yet. @throws StartFailure */
  read(): Uint8Array[];
};

/** Keys in a file are made and thrown away by Frontdesk; those of the environment by whoever sets it. */
export type KeyFile = KeySource & {
  file: string;
  /** The first key, made at the first start; of two processes that start together one makes it. */
  make(): void;
  /** Puts a new key before the others. */
  add(): void;
  /** Keeps only the keys with these fingerprints. */
  keep(fingerprints: readonly string[]): void;
};

export const isKeyFile = (source: KeySource): source is KeyFile => source.file !== null;

const keyOf = (text: string, where: string): Uint8Array => {
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyBytes)
    throw new StartFailure(`${where} must be ${keyBytes} bytes in base64 (44 characters).`);
  return key;
};

const distinct = (keys: readonly Uint8Array[]): Uint8Array[] => [
  ...new Map(keys.map((key) => [fingerprintOf(key), key])).values(),
];

export const environmentKeys = (current: string, former: string | undefined): KeySource => {
  const keys = distinct([
    keyOf(current, 'ENCRYPTION_KEY'),
    ...(former ?? '')
      .split(/[\s,]+/)
      .filter((text) => text !== '')
      .map((text) => keyOf(text, 'Each of ENCRYPTION_KEYS_FORMER')),
  ]);
  return { file: null, read: () => keys };
};

/** On the disk when this returns: what is sealed from now on opens with nothing else. */
const writeWhole = (file: string, text: string): void => {
  const descriptor = openSync(file, 'w', 0o600);
  writeFileSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
};

const syncFolder = (folder: string): void => {
  try {
    const descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // a system that cannot sync folders writes names by itself
  }
};

const written = (keys: readonly Uint8Array[]): string =>
  keys.map((key) => `${Buffer.from(key).toString('base64')}\n`).join('');

/** A key a line, readable by its owner only. */
export const fileKeys = (dataDir: string): KeyFile => {
  const file = path.join(dataDir, 'encryption.key');
  const draft = `${file}.${process.pid}`;
  const read = (): Uint8Array[] => {
    if (!existsSync(file)) return [];
    chmodSync(file, 0o600);
    const lines = readFileSync(file, 'utf8').split(/\s+/);
    const keys = distinct(
      lines.filter((line) => line !== '').map((line) => keyOf(line, `Each line of ${file}`)),
    );
    if (keys.length === 0)
      throw new StartFailure(`${file} is empty. Put it back from your copy; nothing was changed.`);
    return keys;
  };
  const replace = (keys: readonly Uint8Array[]): void => {
    if (keys.length === 0) throw new Error('the last key is never thrown away');
    writeWhole(draft, written(keys));
    renameSync(draft, file);
    syncFolder(dataDir);
  };
  return {
    file,
    read,
    make() {
      if (existsSync(file)) return;
      mkdirSync(dataDir, { recursive: true });
      // Written beside and linked: nobody reads half of it, and nobody's key is written over.
      writeWhole(draft, written([randomBytes(keyBytes)]));
      try {
        linkSync(draft, file);
      } catch {
        if (!existsSync(file)) renameSync(draft, file);
      }
      rmSync(draft, { force: true });
      syncFolder(dataDir);
    },
    add: () => replace([randomBytes(keyBytes), ...read()]),
    keep: (fingerprints) => replace(read().filter((key) => fingerprints.includes(fingerprintOf(key)))),
  };
};
