import type { Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.ts';
import type { Keyring } from '../platform/keyring.ts';
import { signingNames, type SigningSecrets } from '../platform/secrets.ts';
import { selectSigning, saveSigning } from './encryption.store.ts';

const contextOf = (name: string): string => `signing:${name}`;

/** @returns null where nothing is kept yet. @throws when one does not open */
export const openSigning = async (trx: Transaction<DB>, keys: Keyring): Promise<SigningSecrets | null> => {
  const rows = await selectSigning(trx);
  const opened = new Map(rows.map(({ name, sealed }) => [name, keys.decrypt(sealed, contextOf(name))]));
  const [sessions, links, push] = signingNames.map((name) => opened.get(name));
  if (sessions === undefined || links === undefined || push === undefined) return null;
  return { sessions, links, push };
};

export const keepSigning = async (
  trx: Transaction<DB>,
  keys: Keyring,
  signing: SigningSecrets,
): Promise<void> => {
  for (const name of signingNames) await saveSigning(trx, name, keys.encrypt(signing[name], contextOf(name)));
};

/** Seals them with the current key. */
export const resealSigning = async (trx: Transaction<DB>, keys: Keyring): Promise<void> => {
  const signing = await openSigning(trx, keys);
  if (signing !== null) await keepSigning(trx, keys, signing);
};
