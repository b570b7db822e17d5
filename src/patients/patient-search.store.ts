import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { conditionsOf, type FilterMoment } from './patient-filter.store.ts';
import type { PatientFilter } from './rules/patient-filter.ts';
import type { Search } from './rules/read-search.ts';

/** More than this nobody scrolls through: they type another letter. */
export const mostHits = 500;
/** Behind every letter there is: the end of the words that begin with what was typed. */
const last = '\u{10FFFF}';

/** A misspelt word is short or long: how many letters may be wrong. */
const tolerance = sql`CASE WHEN length(q.word) < 4 THEN 0 WHEN length(q.word) < 6 THEN 1 ELSE 2 END`;

/**
 * The words of the clinic that one typed word may mean, with how far off they are: 0 it is the word, 1 its beginning,
 * more when letters are wrong (then also against the beginning: "Schmit" means "Schmidtbauer").
 */
const meant = (clinicId: string, words: readonly string[], misspelt: boolean): RawBuilder<unknown> => {
  const typed = sql`SELECT place, fold_name(word) AS word FROM unnest(${words}::text[]) WITH ORDINALITY AS t(word, place)`;
  if (!misspelt)
    return sql`
      SELECT q.place, w.patient_id, CASE WHEN w.word = q.word THEN 0 ELSE 1 END AS off
      FROM (${typed}) q JOIN patient_words w ON w.clinic_id = ${clinicId}
        AND w.word >= q.word COLLATE "C" AND w.word < (q.word || ${last}) COLLATE "C"`;
  return sql`
    SELECT q.place, w.patient_id, 2 + q.off AS off FROM (
      SELECT q.place, k.word, least(levenshtein_less_equal(left(k.word, 100), left(q.word, 100), 2),
          levenshtein_less_equal(left(k.word, length(q.word)), left(q.word, 100), 2)) AS off, ${tolerance} AS allowed
      FROM (${typed}) q JOIN known_words k ON k.clinic_id = ${clinicId}
        AND length(k.word) >= length(q.word) - 2
      OFFSET 0
    ) q JOIN patient_words w ON w.clinic_id = ${clinicId} AND w.word = q.word
    WHERE q.off <= q.allowed`;
};

/** Everybody who answers to all the words. */
const byWords = (clinicId: string, words: readonly string[], misspelt: boolean): RawBuilder<unknown> => sql`
  SELECT patient_id, sum(off) AS off FROM (
    SELECT place, patient_id, min(off) AS off FROM (${meant(clinicId, words, misspelt)}) m GROUP BY place, patient_id
  ) m GROUP BY patient_id HAVING count(*) = ${words.length}`;

const byDigits = (clinicId: string, { number, digits }: Search): RawBuilder<unknown> =>
  number === null
    ? sql`SELECT patient_id FROM patient_phone_numbers WHERE clinic_id = ${clinicId} AND phone_number LIKE ${`%${digits}%`}`
    : sql`SELECT patient_id FROM patient_phone_numbers WHERE clinic_id = ${clinicId} AND phone_number = ${number}`;

/** Each part of what was typed as a set of ids; somebody must be in all of them. */
const setsOf = (clinicId: string, search: Search, misspelt: boolean): RawBuilder<unknown>[] => [
  ...(search.words.length === 0 ? [] : [byWords(clinicId, search.words, misspelt)]),
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
  SELECT patient_id, -1 AS off FROM patient_identifiers WHERE clinic_id = ${clinicId} AND lower(value) = lower(${identifier})`;

export type Hit = { id: string; off: number };

/** The best matches first, then by name; at most `mostHits`. */
export const searchPatients = async (
  trx: ClinicTransaction,
  search: Search,
  misspelt: boolean,
  filter: PatientFilter,
  moment: FilterMoment,
): Promise<Hit[]> => {
  const sets = setsOf(trx.clinicId, search, misspelt);
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
  const { rows } = await sql<Hit>`
    SELECT p.id, min(f.off)::int AS off FROM (${found}) f JOIN patients p ON p.id = f.patient_id
    WHERE ${conditionsOf(trx, filter, moment)}
    GROUP BY p.clinic_id, p.id ORDER BY min(f.off), p.sort_name, p.id LIMIT ${mostHits + 1}`.execute(trx);
  return rows;
};
