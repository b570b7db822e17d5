import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { treatmentPhaseSchema } from '../../care/rules/treatment-phase.ts';
import { testDatabase } from '../../../test/fixtures/database.ts';
import { inClinic, type ClinicTransaction } from '../../platform/database/database.ts';
import { selectEntering } from '../engine/daily-starts.store.ts';
import { fields, isPatientField, readField } from '../rules/fields.ts';
import { holds, ruleGroupSchema, type FieldValue, type RuleGroup } from '../rules/rule-tree.ts';
import { selectCalendar, selectPatients } from '../engine/subjects.store.ts';

/* The same tree says the same of a patient here and in SQL: what a filter shows is what a workflow does. */

const { database } = await testDatabase();
const zones = ['Europe/Berlin', 'America/Chicago', 'Pacific/Apia', 'Australia/Lord_Howe'];
const nobodyIsIn = randomUUIDv7();
const tags = ['recall', 'aligner', 'Ä', '1', ''];
const words = ['de', 'en', 'd', '', 'e', '%', '\uE000', '𝒳', ...tags];

/** Moments around what is hard: leap days, ends of months, both changes of the clocks. */
const hardMoments = [
  '2028-02-29T11:00:00Z',
  '2027-02-28T23:30:00Z',
  '2027-03-01T05:30:00Z',
  '2026-03-29T00:30:00Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-11-01T06:30:00Z',
  '2026-12-31T22:59:59Z',
  '2026-08-31T21:59:59Z',
];
const moment = fc.oneof(
  fc.constantFrom(...hardMoments),
  fc
    .integer({ min: -20_000_000, max: 80_000_000 })
    .map((seconds) => Temporal.Instant.from('2026-03-01T00:00:00Z').add({ seconds }).toString()),
);
const birthDate = fc.oneof(
  fc.constantFrom('2012-02-29', '2011-02-28', '2013-03-01', '2026-03-29', '2028-02-29', '2030-01-31'),
  fc
    .integer({ min: 0, max: 40_000 })
    .map((days) => Temporal.PlainDate.from('1925-01-01').add({ days }).toString()),
);

const patient = fc.record({
  language: fc.constantFrom('de', 'en', null),
  birth_date: fc.option(birthDate),
  vip: fc.boolean(),
  balance_cents: fc.integer({ min: -10, max: 10 }),
  tags: fc.uniqueArray(fc.constantFrom(...tags.filter(Boolean)), { maxLength: 3 }),
  number: fc.boolean(),
  email: fc.boolean(),
  phases: fc.array(fc.constantFrom(...treatmentPhaseSchema.options), { maxLength: 3 }),
  payment: fc.constantFrom('due', 'failed', 'received', null),
  visits: fc.array(
    fc.record({
      at: moment,
      status: fc.constantFrom('booked', 'confirmed', 'checked-in', 'completed', 'no-show', 'cancelled'),
    }),
    { maxLength: 3 },
  ),
});
type Patient = typeof patient extends fc.Arbitrary<infer P> ? P : never;

const patientFieldNames = Object.keys(fields).filter(isPatientField);
const field = fc.constantFrom(...patientFieldNames, 'appointment.status', 'event.direction', 'steps.first');
/** Asks for exactly what the patient has in each field: a boundary that is a day off shows at once. */
const exactly = (name: string, value: FieldValue): RuleGroup => ({
  combinator: 'and',
  rules: Array.isArray(value)
    ? value.map((entry) => ({ field: name, operator: 'contains', value: entry }))
    : value === null
      ? [{ field: name, operator: 'null' }]
      : [{ field: name, operator: '=', value: value as string }],
});
const word = fc.constantFrom(...words);
const number = fc.oneof(
  fc.integer({ min: -12, max: 100 }),
  fc.constantFrom(0.5, -0, 1e300, Number.MIN_VALUE, 2 ** 53),
);
const single = fc.oneof(word, number, fc.boolean());
const rule = fc.oneof(
  fc.record({ field, operator: fc.constantFrom('=', '!='), value: single }),
  fc.record({ field, operator: fc.constantFrom('<', '<=', '>', '>='), value: fc.oneof(word, number) }),
  fc.record({
    field,
    operator: fc.constantFrom(
      'contains',
      'doesNotContain',
      'beginsWith',
      'doesNotBeginWith',
      'endsWith',
      'doesNotEndWith',
    ),
    value: word,
  }),
  fc.record({ field, operator: fc.constantFrom('null', 'notNull') }),
  fc.record({
    field,
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.array(fc.oneof(word, number), { maxLength: 3 }),
  }),
  fc.record({
    field,
    operator: fc.constantFrom('between', 'notBetween'),
    value: fc.oneof(fc.tuple(number, number), fc.tuple(word, word)),
  }),
);
const { tree } = fc.letrec<{ tree: RuleGroup }>((tie) => ({
  tree: fc
    .record(
      {
        combinator: fc.constantFrom('and', 'or'),
        not: fc.boolean(),
        rules: fc.array(fc.oneof({ maxDepth: 3, withCrossShrink: true }, rule, tie('tree')), {
          maxLength: 4,
        }),
      },
      { requiredKeys: ['combinator', 'rules'] },
    )
    .map((made) => ruleGroupSchema.parse(made)),
}));

const addCare = async (trx: ClinicTransaction, id: string, { phases, payment }: Patient): Promise<void> => {
  const since = Temporal.Instant.from('2026-03-01T00:00:00Z');
  const own = {
    clinic_id: trx.clinicId,
    patient_id: id,
    currency: 'EUR',
    source: 'frontdesk',
    created_at: since,
  };
  for (const phase of phases)
    await trx
      .insertInto('treatment_plans')
      .values({ ...own, id: randomUUIDv7(), name: 'A plan', phase, phase_since: since })
      .execute();
  if (payment !== null)
    await trx
      .insertInto('payments')
      .values({ ...own, id: randomUUIDv7(), amount_cents: 100, status: payment, status_since: since })
      .execute();
};

const addPatient = async (trx: ClinicTransaction, practitionerId: string, one: Patient): Promise<string> => {
  const [id, own] = [randomUUIDv7(), { clinic_id: trx.clinicId }];
  await trx
    .insertInto('patients')
    .values({
      ...own,
      id,
      given_name: 'A',
      family_name: 'B',
      language: one.language,
      birth_date: one.birth_date,
      vip: one.vip,
      balance_cents: one.balance_cents,
    })
    .execute();
  for (const tag of one.tags)
    await trx
      .insertInto('patient_tags')
      .values({ ...own, patient_id: id, tag })
      .execute();
  if (one.number)
    await trx
      .insertInto('patient_phone_numbers')
      .values({ ...own, patient_id: id, phone_number: '+4930123456' })
      .execute();
  if (one.email)
    await trx
      .insertInto('patient_emails')
      .values({ ...own, patient_id: id, email: 'a@b.example' })
      .execute();
  await addCare(trx, id, one);
  for (const { at, status } of one.visits)
    await trx
      .insertInto('appointments')
      .values({
        ...own,
        id: randomUUIDv7(),
        patient_id: id,
        practitioner_id: practitionerId,
        starts_at: Temporal.Instant.from(at),
        ends_at: Temporal.Instant.from(at).add({ minutes: 30 }),
        reason: '',
        status,
      })
      .execute();
  return id;
};

const newClinic = async (timeZone: string, language: 'en' | 'de'): Promise<string> => {
  const id = randomUUIDv7();
  await database
    .insertInto('clinics')
    .values({ id, name: 'A clinic', slug: id, time_zone: timeZone, language })
    .execute();
  return id;
};

test('a tree of conditions holds for the same patients in SQL as it does here', async () => {
  const clinics = [
    await newClinic(zones[0]!, 'de'),
    await newClinic(zones[1]!, 'en'),
    await newClinic(zones[2]!, 'de'),
    await newClinic(zones[3]!, 'en'),
  ];
  const clinic = fc.constantFrom(...clinics);
  const people = fc.array(patient, { minLength: 1, maxLength: 4 });
  const trees = fc.array(tree, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(clinic, people, trees, moment, async (clinicId, made, asked, at) => {
      const now = Temporal.Instant.from(at);
      const undone = new Error('undone');
      const compare = async (trx: ClinicTransaction): Promise<never> => {
        const practitionerId = randomUUIDv7();
        await trx
          .insertInto('practitioners')
          .values({ clinic_id: clinicId, id: practitionerId, name: 'P' })
          .execute();
        const ids: string[] = [];
        for (const one of made) ids.push(await addPatient(trx, practitionerId, one));
        const calendar = await selectCalendar(trx);
        const patients = await selectPatients(trx, ids, new Set(patientFieldNames), now);
        const reading = (id: string) =>
          readField(
            {
              clinic: calendar,
              patient: patients.get(id)!,
              appointment: null,
              care: null,
              event: { kind: 'NONE', payload: {} },
            },
            {},
            now,
          );
        const own = ids.flatMap((id) => patientFieldNames.map((name) => exactly(name, reading(id)(name))));
        for (const filter of [...asked, ...own]) {
          const here = ids.filter((id) => holds(filter, reading(id)));
          const audience = { filter, calendar, now };
          const there = await selectEntering(trx, nobodyIsIn, audience, null, { after: null, limit: 100 });
          assert.deepEqual(
            there.map(({ patientId }) => patientId),
            here.toSorted(),
          );
        }
        throw undone;
      };
      await inClinic(database, clinicId, compare).catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    }),
    { numRuns: 80 },
  );
});
