import { sql, type Transaction } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.ts';
import type { signingNames } from '../platform/secrets.ts';
import { keysChannel } from './keys-channel.ts';
import type { KeyHolder } from './rules/agreed-key.ts';

type InTransaction = Transaction<DB>;
type SigningName = (typeof signingNames)[number];

export type KnownKey = {
  fingerprint: string;
  currentSince: Temporal.Instant;
  formerSince: Temporal.Instant | null;
  unneededSince: Temporal.Instant | null;
  toReseal: number | null;
  resealed: number;
  unopened: number;
  resealedAt: Temporal.Instant | null;
};

/** One decision about keys at a time in the whole installation, until the transaction ends. */
export const lockKeys = async (trx: InTransaction): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(727503)`.execute(trx);
};

/** The current key first, then former ones, the latest first. None before the first start. */
export const selectKeys = (database: Database): Promise<KnownKey[]> =>
  database
    .selectFrom('encryption_keys')
    .select([
      'fingerprint',
      'current_since as currentSince',
      'former_since as formerSince',
      'unneeded_since as unneededSince',
      'to_reseal as toReseal',
      'resealed',
      'unopened',
      'resealed_at as resealedAt',
    ])
    .orderBy(sql`former_since DESC NULLS FIRST`)
    .execute();

export const insertFirstKey = async (
  trx: InTransaction,
  fingerprint: string,
  at: Temporal.Instant,
): Promise<void> => {
  await trx
    .insertInto('encryption_keys')
    .values({ fingerprint, current_since: at, to_reseal: 0, resealed_at: at })
    .execute();
};

/** From now on things are sealed with this key; everything else is to be sealed anew. Every process is told. */
export const replaceCurrent = async (
  trx: InTransaction,
  fingerprint: string,
  at: Temporal.Instant,
): Promise<void> => {
  await trx
    .updateTable('encryption_keys')
    .set({ former_since: at, unneeded_since: null })
    .where('former_since', 'is', null)
    .execute();
  const fresh = {
    current_since: at,
    former_since: null,
    unneeded_since: null,
    to_reseal: null,
    resealed: 0,
    unopened: 0,
    resealed_at: null,
  };
  await trx
    .insertInto('encryption_keys')
    .values({ fingerprint, ...fresh })
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(fresh))
    .execute();
  await tellKeys(trx);
};

/** Every process looks at its keys again, when the transaction commits. */
export const tellKeys = async (trx: InTransaction): Promise<void> => {
  await sql`SELECT pg_notify(${keysChannel}, '')`.execute(trx);
};

export const saveToReseal = async (trx: InTransaction, toReseal: number): Promise<void> => {
  await trx
    .updateTable('encryption_keys')
    .set({ to_reseal: toReseal })
    .where('former_since', 'is', null)
    .execute();
};

export const addResealed = async (trx: InTransaction, count: number): Promise<void> => {
  await trx
    .updateTable('encryption_keys')
    .set({ resealed: sql`resealed + ${count}` })
    .where('former_since', 'is', null)
    .execute();
};

/** Nothing is sealed with former keys any more, but for what none of ours opens. */
export const saveAllResealed = async (
  trx: InTransaction,
  unopened: number,
  at: Temporal.Instant,
): Promise<void> => {
  await trx
    .updateTable('encryption_keys')
    .set({ resealed_at: at, unopened })
    .where('former_since', 'is', null)
    .execute();
  await trx
    .updateTable('encryption_keys')
    .set({ unneeded_since: at })
    .where('former_since', 'is not', null)
    .where('unneeded_since', 'is', null)
    .execute();
};

/** Something sealed with one of these former keys was found after all: the work begins anew. */
export const reopenResealing = async (
  trx: InTransaction,
  left: number,
  former: readonly string[],
): Promise<void> => {
  await trx
    .updateTable('encryption_keys')
    .set({ resealed_at: null, to_reseal: left, resealed: 0, unopened: 0 })
    .where('former_since', 'is', null)
    .execute();
  await trx
    .updateTable('encryption_keys')
    .set({ unneeded_since: null })
    .where('former_since', 'is not', null)
    .where('fingerprint', 'in', former)
    .execute();
};

/** A process that has said nothing for so long is not running any more. */
const silence = sql<Temporal.Instant>`now() - interval '60 seconds'`;

export const saveHolder = async (
  trx: InTransaction,
  process: string,
  { wants, holds, seals }: KeyHolder,
): Promise<void> => {
  const row = { wants, holds: [...holds], seals, seen_at: sql<Temporal.Instant>`now()` };
  await trx
    .insertInto('key_holders')
    .values({ process, ...row })
    .onConflict((conflict) => conflict.column('process').doUpdateSet(row))
    .execute();
  await trx.deleteFrom('key_holders').where('seen_at', '<', silence).execute();
};

export const deleteHolder = async (database: Database, process: string): Promise<void> => {
  await database.deleteFrom('key_holders').where('process', '=', process).execute();
};

/** The processes that run. */
export const selectHolders = (database: Database): Promise<KeyHolder[]> =>
  database
    .selectFrom('key_holders')
    .select(['wants', 'holds', 'seals'])
    .where('seen_at', '>=', silence)
    .execute();

export const selectSigning = async (
  trx: InTransaction,
): Promise<{ name: SigningName; sealed: Uint8Array }[]> => {
  const rows = await trx.selectFrom('signing_secrets').select(['name', 'sealed']).forUpdate().execute();
  return rows.map(({ name, sealed }) => ({ name: name as SigningName, sealed }));
};

export const saveSigning = async (
  trx: InTransaction,
  name: SigningName,
  sealed: Uint8Array,
): Promise<void> => {
  const row = { sealed: Buffer.from(sealed) };
  await trx
    .insertInto('signing_secrets')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
};
