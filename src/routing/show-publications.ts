import type { z } from 'zod';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectPublication, selectPublications, type PublicationRow } from './publications.store.ts';
import { documentDifferences } from './rules/document-differences.ts';
import type { onePublicationSchema, PublicationView } from './rules/draft-view.ts';

const viewOf = ({ publishedAt, ...row }: PublicationRow): PublicationView => ({
  ...row,
  publishedAt: publishedAt.toString(),
});

/** Newest first. @param next the number before which the next page begins; null: that was all */
export const listPublications = async (
  trx: ClinicTransaction,
  before: number | null,
  limit: number,
): Promise<{ items: PublicationView[]; nextCursor: number | null }> => {
  const rows = await selectPublications(trx, before, limit + 1);
  const items = rows.slice(0, limit).map(viewOf);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.number ?? null) : null };
};

export const showPublication = async (
  trx: ClinicTransaction,
  number: number,
): Promise<z.infer<typeof onePublicationSchema> | null> => {
  const found = await selectPublication(trx, number);
  if (!found) return null;
  const { document, ...row } = found;
  const earlier = await selectPublication(trx, number - 1);
  return {
    ...viewOf(row),
    document,
    differences: earlier ? documentDifferences(earlier.document, document) : [],
  };
};
