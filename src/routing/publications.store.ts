import type { ClinicTransaction } from '../platform/database/database.ts';
import { routingDocumentSchema, type RoutingDocument } from './rules/routing-document.ts';

export type PublicationRow = {
  number: number;
  note: string;
  restores: number | null;
  publishedBy: { userId: string; name: string } | null;
  publishedAt: Temporal.Instant;
};

/** 0: nothing was published yet. */
export const selectNewestNumber = async (trx: ClinicTransaction): Promise<number> => {
  const row = await trx
    .selectFrom('routing_publications')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('clinic_id', '=', trx.clinicId)
    .executeTakeFirst();
  return row?.number ?? 0;
};

const publications = (trx: ClinicTransaction) =>
  trx
    .selectFrom('routing_publications as publication')
    .leftJoin('users', 'users.id', 'publication.published_by')
    .select([
      'publication.number',
      'publication.note',
      'publication.restores',
      'publication.published_at as publishedAt',
      'users.id as userId',
      'users.name',
    ])
    .where('publication.clinic_id', '=', trx.clinicId);

const rowOf = <T extends { userId: string | null; name: string | null }>({ userId, name, ...rest }: T) => ({
  ...rest,
  publishedBy: userId === null ? null : { userId, name: name ?? '' },
});

/** Newest first. @param before only those with a smaller number */
export const selectPublications = async (
  trx: ClinicTransaction,
  before: number | null,
  limit: number,
): Promise<PublicationRow[]> => {
  const rows = await publications(trx)
    .$if(before !== null, (query) => query.where('publication.number', '<', before))
    .orderBy('publication.number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(rowOf);
};

export const selectPublication = async (
  trx: ClinicTransaction,
  number: number,
): Promise<(PublicationRow & { document: RoutingDocument }) | null> => {
  const row = await publications(trx)
    .select('publication.document')
    .where('publication.number', '=', number)
    .executeTakeFirst();
  return row ? { ...rowOf(row), document: routingDocumentSchema.parse(row.document) } : null;
};

export const insertPublication = async (
  trx: ClinicTransaction,
  publication: {
    number: number;
    document: RoutingDocument;
    note: string;
    restores: number | null;
    userId: string | null;
    at: Temporal.Instant;
  },
): Promise<void> => {
  const { number, document, note, restores, userId, at } = publication;
  await trx
    .insertInto('routing_publications')
    .values({
      clinic_id: trx.clinicId,
      number,
      document: JSON.stringify(document),
      note,
      restores,
      published_by: userId,
      published_at: at,
    })
    .execute();
};
