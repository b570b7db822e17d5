import { sql, type Transaction } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.ts';
import { settingsChannel } from './installation-channel.ts';
import type { SectionName } from './rules/installation-settings.ts';

export type StoredSection = {
  name: string;
  sealed: Uint8Array;
  changedAt: Temporal.Instant;
  changedBy: string | null;
};

export const selectSections = (database: Database): Promise<StoredSection[]> =>
  database
    .selectFrom('installation_settings')
    .leftJoin('users', 'users.id', 'installation_settings.changed_by')
    .select([
      'installation_settings.name',
      'installation_settings.sealed',
      'installation_settings.changed_at as changedAt',
      'users.name as changedBy',
    ])
    .execute();

/** One change of the installation's settings at a time, until the transaction ends. */
export const lockSettings = async (trx: Transaction<DB>): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(727502)`.execute(trx);
};

/** Keeps a section and tells every process, when the transaction commits. */
export const saveSection = async (
  trx: Transaction<DB>,
  section: { name: SectionName; sealed: Uint8Array; at: Temporal.Instant; userId: string },
): Promise<void> => {
  const row = { sealed: Buffer.from(section.sealed), changed_at: section.at, changed_by: section.userId };
  await trx
    .insertInto('installation_settings')
    .values({ name: section.name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
  await sql`SELECT pg_notify(${settingsChannel}, ${section.name})`.execute(trx);
};

export const selectSealedSections = (database: Database): Promise<{ name: string; sealed: Uint8Array }[]> =>
  database.selectFrom('installation_settings').select(['name', 'sealed']).execute();

/** The same section, sealed with another key: nothing that anybody would have to be told. */
export const updateSealed = async (trx: Transaction<DB>, name: string, sealed: Uint8Array): Promise<void> => {
  await trx
    .updateTable('installation_settings')
    .set({ sealed: Buffer.from(sealed) })
    .where('name', '=', name)
    .execute();
};
