import type { Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.ts';
import type { Keyring } from '../platform/keyring.ts';
import { lockSettings, selectSealedSections, updateSealed } from './installation.store.ts';
import { contextOfSection } from './load-installation.ts';

/** Seals the installation's settings with the current key. What does not open stays as it is, and counts as not set. */
export const resealSettings = async (trx: Transaction<DB>, keys: Keyring): Promise<void> => {
  await lockSettings(trx);
  const mark = keys.mark();
  for (const { name, sealed } of await selectSealedSections(trx)) {
    if (Buffer.from(sealed).subarray(0, mark.length).equals(mark)) continue;
    const context = contextOfSection(name);
    const plain = keys.tryDecrypt(sealed, context);
    if (plain !== null) await updateSealed(trx, name, keys.encrypt(plain, context));
  }
};
