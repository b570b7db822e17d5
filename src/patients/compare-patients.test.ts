import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { testDatabase } from '../../test/fixtures/database.ts';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { compareMarked, comparePatients } from './compare-patients.ts';
import { lockPatient } from './patient-record.store.ts';

const { database } = await testDatabase();
const clinicId = randomUUID();
await database.insertInto('clinics').values({ id: clinicId, name: 'Pairs', slug: 'pairs' }).execute();
const within = <T>(work: (trx: ClinicTransaction) => Promise<T>) => inClinic(database, clinicId, work);

type Pair = { one: string; other: string; reasons: string[]; found: number };
const keptPairs = async (trx: ClinicTransaction): Promise<Pair[]> =>
  (
    await sql<Pair>`SELECT one_id AS one, other_id AS other, reasons, found FROM likely_duplicates ORDER BY 1, 2`.execute(
      trx,
    )
  ).rows;

/** Everybody with everybody: what the kept pairs have to be. */
const searchAll = async (trx: ClinicTransaction): Promise<Pair[]> => {
  const { rows } = await sql<Pair>`
    WITH people AS (SELECT *, plain_text(given_name) AS given FROM patients WHERE merged_into IS NULL AND archived_at IS NULL),
    pairs AS (SELECT a.id AS one, b.id AS other, a.birth_date = b.birth_date AS same_day, a.sort_name = b.sort_name AS same_name,
        a.given = b.given AS same_given, a.birth_date IS NULL OR b.birth_date IS NULL AS day_unknown,
        (left(a.sort_name, 1) = left(b.sort_name, 1) OR left(a.given_name, 1) = left(b.given_name, 1))
          AND levenshtein(a.sort_name, b.sort_name) <= 2 AS alike
      FROM people a JOIN people b ON a.id < b.id),
    matches AS (
      SELECT one, other, CASE WHEN same_name THEN 'same' ELSE 'similar' END || '-name-and-birth-date' AS reason
        FROM pairs WHERE same_day AND alike
      UNION ALL
      SELECT one, other, CASE WHEN same_day THEN 'same-number-and-birth-date' ELSE 'same-number-and-name' END
        FROM pairs, patient_phone_numbers n, patient_phone_numbers m
        WHERE n.patient_id = one AND m.patient_id = other AND n.phone_number = m.phone_number
          AND (same_name AND day_unknown OR same_day AND (same_name OR same_given))
      UNION ALL
      SELECT one, other, 'same-email-and-name' FROM pairs, patient_emails e, patient_emails f
        WHERE e.patient_id = one AND f.patient_id = other AND e.email = f.email AND same_given)
    SELECT one, other, array_agg(DISTINCT reason) AS reasons, count(*)::int AS found FROM matches GROUP BY 1, 2 ORDER BY 1, 2`.execute(
    trx,
  );
  return rows;
};

const people = Array.from({ length: 7 }, () => randomUUID());
const person = fc.constantFrom(...people);
const number = fc.constantFrom('+13125550101', '+13125550102');
const email = fc.constantFrom('a@example.org', 'b@example.org');
const value = {
  given: fc.constantFrom('Anna', 'Anne', 'Änna', 'Ben'),
  family: fc.constantFrom('Berg', 'Borg', 'Bergmann', 'Wood'),
  born: fc.option(fc.constantFrom('1980-01-02', '1980-01-03')),
};
const who = (id: string) => sql`clinic_id = ${clinicId} AND id = ${id}`;
const theirs = (id: string) => sql`clinic_id = ${clinicId} AND patient_id = ${id}`;
type Change = (trx: ClinicTransaction) => Promise<unknown>;
const say =
  (statement: ReturnType<typeof sql>): Change =>
  (trx) =>
    statement.execute(trx);
const add = (id: string, given: string, family: string, born: string | null): Change =>
  say(sql`INSERT INTO patients (clinic_id, id, given_name, family_name, birth_date)
    VALUES (${clinicId}, ${id}, ${given}, ${family}, ${born}) ON CONFLICT DO NOTHING`);
const addNumber = (id: string, phone: string): Change =>
  say(sql`INSERT INTO patient_phone_numbers (clinic_id, patient_id, phone_number, kind)
    SELECT ${clinicId}, id, ${phone}, 'mobile' FROM patients WHERE ${who(id)} ON CONFLICT DO NOTHING`);
const compare: Change = compareMarked;
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(person, value.given, value.family, value.born).map((of) => add(...of)) },
  fc
    .tuple(person, value.given)
    .map(([id, given]) => say(sql`UPDATE patients SET given_name = ${given} WHERE ${who(id)}`)),
  fc
    .tuple(person, value.born)
    .map(([id, born]) => say(sql`UPDATE patients SET birth_date = ${born} WHERE ${who(id)}`)),
  fc
    .tuple(person, fc.boolean())
    .map(([id, gone]) =>
      say(sql`UPDATE patients SET archived_at = CASE WHEN ${gone} THEN now() END WHERE ${who(id)}`),
    ),
  fc
    .tuple(person, person)
    .map(([id, into]) =>
      say(
        sql`UPDATE patients SET merged_into = (SELECT id FROM patients WHERE ${who(into)} AND id <> ${id}) WHERE ${who(id)}`,
      ),
    ),
  person.map((id) => say(sql`DELETE FROM patients WHERE ${who(id)}`)),
  { weight: 3, arbitrary: fc.tuple(person, number).map((of) => addNumber(...of)) },
  person.map((id) => say(sql`DELETE FROM patient_phone_numbers WHERE ${theirs(id)}`)),
  fc.tuple(person, person).map(([from, to]) =>
    say(sql`UPDATE patient_phone_numbers n SET patient_id = ${to} WHERE ${theirs(from)}
      AND EXISTS (SELECT FROM patients p WHERE p.clinic_id = n.clinic_id AND p.id = ${to})
      AND NOT EXISTS (SELECT FROM patient_phone_numbers o WHERE o.clinic_id = n.clinic_id AND o.patient_id = ${to}
        AND o.phone_number = n.phone_number)`),
  ),
  {
    weight: 2,
    arbitrary: fc.tuple(person, email).map(([id, address]) =>
      say(sql`INSERT INTO patient_emails (clinic_id, patient_id, email)
        SELECT ${clinicId}, id, ${address} FROM patients WHERE ${who(id)} ON CONFLICT DO NOTHING`),
    ),
  },
  person.map((id) => say(sql`DELETE FROM patient_emails WHERE ${theirs(id)}`)),
  { weight: 3, arbitrary: fc.constant(compare) },
);

const nobody = new Error('rolled back');
test('property: whatever changes, the kept pairs are those that a search through everybody finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 8, maxLength: 40 }), async (changes) => {
      const run = within(async (trx) => {
        for (const step of changes) await step(trx);
        await compareMarked(trx);
        assert.deepEqual(await keptPairs(trx), await searchAll(trx));
        throw nobody;
      });
      await assert.rejects(run, nobody);
    }),
    { numRuns: 60 },
  );
});

/** A transaction that stays open until it is told to end. */
const openTransaction = async (work: Change): Promise<() => Promise<void>> => {
  const entered = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const whole = within(async (trx) => {
    await work(trx);
    entered.resolve();
    await ended.promise;
  });
  await Promise.race([entered.promise, whole]);
  return () => {
    ended.resolve();
    return whole;
  };
};
const pairsNow = (): Promise<Pair[]> =>
  within(async (trx) => {
    await compareMarked(trx);
    return keptPairs(trx);
  });
const [anna, anne] = people.toSorted() as [string, string];

test('who is being changed while others compare is compared afterwards, also when marked before', async () => {
  await within(add(anna, 'Anna', 'Berg', '1980-01-02'));
  await within(add(anne, 'Ben', 'Wood', '1980-01-02'));
  for (const before of ['marked', 'compared'] as const) {
    if (before === 'compared') await pairsNow();
    await within(say(sql`UPDATE patients SET given_name = 'Ben', family_name = 'Wood' WHERE ${who(anne)}`));
    if (before === 'compared') await pairsNow();
    const end = await openTransaction(
      say(sql`UPDATE patients SET given_name = 'Anna', family_name = 'Berg' WHERE ${who(anne)}`),
    );
    assert.deepEqual(await pairsNow(), [], before);
    await end();
    assert.deepEqual(
      (await pairsNow()).map(({ one, other }) => [one, other]),
      [[anna, anne]],
      before,
    );
  }
});

test('a person whom somebody is changing keeps nobody from comparing', async () => {
  await within(say(sql`UPDATE patients SET birth_date = '1980-01-03'`));
  const end = await openTransaction((trx) => lockPatient(trx, anna));
  assert.equal((await pairsNow()).length, 1);
  await end();
});

test('people who are deleted while others compare leave no pair', async () => {
  const ids = Array.from({ length: 30 }, () => randomUUID());
  for (let turn = 0; turn < 5; turn += 1) {
    await within(async (trx) => {
      for (const id of ids) await add(id, 'Anna', 'Berg', '1980-01-02')(trx);
    });
    await Promise.all([
      pairsNow(),
      within(say(sql`DELETE FROM patients WHERE clinic_id = ${clinicId} AND id = ANY(${ids}::uuid[])`)),
      pairsNow(),
    ]);
    assert.deepEqual((await pairsNow()).length, 1);
  }
});

test('a job compares everybody, however many there are', async () => {
  await within(
    say(sql`INSERT INTO patients (clinic_id, id, given_name, family_name, birth_date)
      SELECT ${clinicId}, gen_random_uuid(), 'Nobody', md5(n::text), date '1950-01-01' + n % 600 FROM generate_series(1, 700) n`),
  );
  const waiting = await within(compareMarked);
  assert.equal(waiting, 200);
  await comparePatients({ database, send: async () => {} }, { clinicId });
  assert.equal(await within(compareMarked), 0);
  await within(async (trx) => assert.deepEqual(await keptPairs(trx), await searchAll(trx)));
});
