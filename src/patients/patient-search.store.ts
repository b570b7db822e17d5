import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { plannedForValues } from '../platform/database/prepared-statements.ts';
import { conditionsOf, type FilterMoment } from './patient-filter.store.ts';
import type { PatientFilter } from './rules/patient-filter.ts';
import type { Search } from './rules/read-search.ts';

/** More than this nobody scrolls through: they type another letter. */
export const mostHits = 500;
/** Behind every letter there is: the end of the words that begin with what was typed. */
const last = '\u{10FFFF}';

/** As the words stand in the table: one spelling for what sounds alike. */
const foldWords = async (trx: ClinicTransaction, words: readonly string[]): Promise<string[]> => {
  if (words.length === 0) return [];
  const { rows } = await sql<{ word: string }>`
    SELECT fold_name(word) AS word FROM unnest(${words}::text[]) WITH ORDINALITY AS t(word, place) ORDER BY place`.execute(
    trx,
  );
  return rows.map(({ word }) => word).filter((word) => word !== '');
};

/** Whose names have this word (0 off) or one that begins with it (1). */
const asTyped = (clinicId: string, word: string): RawBuilder<unknown> => sql`
  SELECT patient_id, min(CASE WHEN word = ${word} THEN 0 ELSE 1 END) AS off FROM patient_words
  WHERE clinic_id = ${clinicId} AND word >= ${word} AND word < ${word + last} GROUP BY patient_id`;

/** How many letters may be wrong in a word. */
const tolerance = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/** Whose names have a word that is nearly this one, or begins with nearly this: "Schmit" means "Schmidtbauer". */
const misspelt = (clinicId: string, word: string): RawBuilder<unknown> => sql`
  SELECT patient_id, min(2 + n.off) AS off FROM (
    SELECT k.word, least(levenshtein_less_equal(k.word, ${word}, 2),
      levenshtein_less_equal(left(k.word, ${word.length}), ${word}, 2)) AS off
    FROM known_words k WHERE k.clinic_id = ${clinicId} AND length(k.word) BETWEEN ${word.length - 2} AND 200 OFFSET 0
  ) n JOIN patient_words w ON w.clinic_id = ${clinicId} AND w.word = n.word
  WHERE n.off <= ${tolerance(word)} GROUP BY patient_id`;

const byDigits = (clinicId: string, { number, digits }: Search): RawBuilder<unknown> =>
  number === null
    ? sql`SELECT patient_id FROM patient_phone_numbers WHERE clinic_id = ${clinicId} AND phone_number LIKE ${`%${digits}%`}`
    : sql`SELECT patient_id FROM patient_phone_numbers WHERE clinic_id = ${clinicId} AND phone_number = ${number}`;

/** Each part of what was typed as a set of ids; somebody must be in all of them. */
const setsOf = (clinicId: string, search: Search, words: RawBuilder<unknown>[]): RawBuilder<unknown>[] => [
  ...words,
  ...(search.dates.length === 0
    ? []
    : [
        sql`SELECT id AS patient_id, array_position(${search.dates}::date[], birth_date) - 1 AS off FROM patients
            WHERE clinic_id = ${clinicId} AND birth_date = ANY(${search.dates}::date[]) AND merged_into IS NULL`,
      ]),
  ...(search.digits === null
    ? []
    : [sql`SELECT patient_id, 0 AS off FROM (${byDigits(clinicId, search)}) n`]),
];

const byIdentifier = (clinicId: string, { identifier }: Search): RawBuilder<unknown> => sql`
  SELECT patient_id, -1 AS off FROM patient_identifiers WHERE clinic_id = ${clinicId} AND folded = lower(${identifier})`;

export type Hit = { id: string; off: number };

/** One letter would find a tenth of the clinic: it is taken for the first one of the family name. */
const byInitial = async (
  trx: ClinicTransaction,
  initial: string,
  filter: PatientFilter,
  moment: FilterMoment,
): Promise<Hit[]> => {
  const { rows } = await sql<Hit>`${plannedForValues}
    SELECT p.id, 1 AS off FROM patients p WHERE ${conditionsOf(trx, filter, moment)}
      AND p.sort_name >= ${initial} AND p.sort_name < ${initial + last}
    ORDER BY p.sort_name, p.id LIMIT ${mostHits + 1}`.execute(trx);
  return rows;
};

/** The best matches first, then by name; at most `mostHits`. */
export const searchPatients = async (
  trx: ClinicTransaction,
  search: Search,
  spelling: 'as-typed' | 'misspelt',
  filter: PatientFilter,
  moment: FilterMoment,
): Promise<Hit[]> => {
  const find = spelling === 'as-typed' ? asTyped : misspelt;
  const words = await foldWords(trx, search.words);
  const [initial] = words;
  if (initial?.length === 1 && words.length === 1 && search.dates.length === 0 && search.digits === null)
    return byInitial(trx, initial, filter, moment);
  const sets = setsOf(
    trx.clinicId,
    search,
    words.map((word) => find(trx.clinicId, word)),
  );
  const [first, ...others] = sets.map((set, place) => ({ set, alias: sql.ref(`set${place}`) }));
  const all =
    first === undefined
      ? []
      : [
          sql`SELECT ${first.alias}.patient_id, ${sql.join(
            [first, ...others].map(({ alias }) => sql`${alias}.off`),
            sql` + `,
          )} AS off FROM (${first.set}) ${first.alias} ${sql.join(
            others.map(({ set, alias }) => sql`JOIN (${set}) ${alias} USING (patient_id)`),
            sql` `,
          )}`,
        ];
  const found = sql.join([byIdentifier(trx.clinicId, search), ...all], sql` UNION ALL `);
  const { rows } = await sql<Hit>`${plannedForValues}
    SELECT p.id, min(f.off)::int AS off FROM (${found}) f JOIN patients p ON p.id = f.patient_id
    WHERE ${conditionsOf(trx, filter, moment)}
    GROUP BY p.clinic_id, p.id ORDER BY min(f.off), p.sort_name, p.id LIMIT ${mostHits + 1}`.execute(trx);
  return rows;
};
