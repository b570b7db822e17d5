import type { Database } from '../platform/database/database.ts';
import { isKeyFile, type KeySource } from '../platform/key-source.ts';
import { createKeyring, fingerprintOf } from '../platform/keyring.ts';
import { deriveSigning, secretsOf, type Secrets } from '../platform/secrets.ts';
import { StartFailure } from '../platform/start-failure.ts';
import { insertFirstKey, lockKeys, selectKeys, type KnownKey } from './encryption.store.ts';
import { keepSigning, openSigning } from './signing-secrets.ts';

const whereKeysAre = ({ file }: KeySource): string =>
  file === null ? 'ENCRYPTION_KEY and ENCRYPTION_KEYS_FORMER' : file;

const missingKey = (source: KeySource, fingerprint: string): StartFailure =>
  new StartFailure(
    `This database was set up with another encryption key. Its fingerprint is ${fingerprint}; ${whereKeysAre(source)} ${source.file === null ? 'do' : 'does'} not have it. Put that key back, or use its data folder; nothing was changed.`,
  );

const missingFormerKey = (source: KeySource, fingerprint: string): StartFailure =>
  new StartFailure(
    `The encryption key is being changed, and some of the database still opens with the former one only. Its fingerprint is ${fingerprint}; put it back into ${source.file ?? 'ENCRYPTION_KEYS_FORMER'} until Settings, Encryption key says that it is not needed.`,
  );

/** @throws StartFailure where something in the database would not open with these keys */
const assertHeld = (source: KeySource, known: readonly KnownKey[], held: readonly string[]): void => {
  for (const { fingerprint, formerSince, unneededSince } of known) {
    if (held.includes(fingerprint)) continue;
    if (formerSince === null) throw missingKey(source, fingerprint);
    if (unneededSince === null) throw missingFormerKey(source, fingerprint);
  }
};

/**
 * The secrets of this installation. At its very first start the key is made; later a process starts only with the keys
 * that the database needs, and makes none.
 * @throws StartFailure
 */
export const openSecrets = (database: Database, source: KeySource, now: Temporal.Instant): Promise<Secrets> =>
  database.transaction().execute(async (trx) => {
    await lockKeys(trx);
    const known = await selectKeys(trx);
    if (known.length === 0 && isKeyFile(source)) source.make();
    const keys = source.read();
    assertHeld(source, known, keys.map(fingerprintOf));
    const [wanted] = keys;
    if (wanted === undefined) throw new Error('no encryption key');
    const current = known[0]?.fingerprint ?? fingerprintOf(wanted);
    if (known.length === 0) await insertFirstKey(trx, current, now);
    const keyring = createKeyring(keys, current);
    const kept = await openSigning(trx, keyring);
    if (kept !== null) return secretsOf(source, keyring, kept);
    // An installation of before this was kept has one key only, and has signed with what comes from it.
    const signing = deriveSigning(keys.find((key) => fingerprintOf(key) === current) ?? wanted);
    await keepSigning(trx, keyring, signing);
    return secretsOf(source, keyring, signing);
  });
