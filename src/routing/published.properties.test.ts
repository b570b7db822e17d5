import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../test/fixtures/database.ts';
import { seedDemo, type SeededClinic } from '../demo/seed-demo.ts';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { loadRouting } from './load-routing.ts';
import { selectPublished } from './published.store.ts';
import { documentDifferences } from './rules/document-differences.ts';
import { documentsIn } from './document-on-trial.ts';
import { snapshotOfDocument } from './rules/snapshot-of-document.ts';
import { writePublished } from './write-published.store.ts';

const { database } = await testDatabase();
const now = Temporal.Instant.from('2026-11-20T15:00:00Z');
const [clinic] = (await seedDemo(database, 'secret', now)) as [SeededClinic];
const within = <T>(work: (trx: ClinicTransaction) => Promise<T>) => inClinic(database, clinic.id, work);
const first = await within(selectPublished);
assert.ok(first);
const documents = documentsIn({
  staffIds: first.staff.map(({ staffId }) => staffId),
  departmentIds: first.departments.map(({ id }) => id),
  phoneNumbers: [clinic.phoneNumber],
});
const runs = { numRuns: 25 };

/** The rows that have an id of their own, by what they are about. */
const rowIds = async (trx: ClinicTransaction): Promise<Map<string, string>> => {
  const routes = await trx
    .selectFrom('staff_call_routing')
    .select(['id', 'staff_id', 'department_id'])
    .execute();
  const settings = await trx.selectFrom('call_settings').select(['id', 'phone_number']).execute();
  return new Map([
    ...routes.map((row): [string, string] => [`${row.staff_id} ${row.department_id}`, row.id]),
    ...settings.map((row): [string, string] => [`settings ${row.phone_number}`, row.id]),
  ]);
};

test('property: a document comes back from the tables as it was, and written twice as written once', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      await within(async (trx) => {
        await writePublished(trx, document, now);
        const once = await selectPublished(trx);
        assert.deepEqual(documentDifferences(once!, document), []);
        await writePublished(trx, document, now);
        assert.deepEqual(await selectPublished(trx), once);
      });
    }),
    runs,
  );
});

test('property: whatever changes, what stays keeps its row', async () => {
  await fc.assert(
    fc.asyncProperty(documents, documents, async (before, after) => {
      const [kept, now_] = await within(async (trx) => {
        await writePublished(trx, before, now);
        const old = await rowIds(trx);
        await writePublished(trx, after, now);
        return [old, await rowIds(trx)] as const;
      });
      for (const [about, id] of now_) if (kept.has(about)) assert.equal(id, kept.get(about), about);
    }),
    runs,
  );
});

test('property: a draft is tried out as it will be once it is published', async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.constantFrom('', clinic.phoneNumber), async (document, number) => {
      const [tried, live] = await within(async (trx) => {
        const before = await loadRouting(trx, number, now);
        await writePublished(trx, document, now);
        return [
          snapshotOfDocument(document, number, before!),
          (await loadRouting(trx, number, now))!,
        ] as const;
      });
      // Departments are looked up and routes are ranked by priority: their order says nothing.
      const ordered = ({ settings, departments, staff, ...rest }: typeof live) => ({
        ...rest,
        settings: { ...settings, id: '' },
        departments: departments.toSorted((a, b) => a.id.localeCompare(b.id)),
        staff: staff.map((member) => ({
          ...member,
          routes: member.routes.toSorted((a, b) =>
            String(a.departmentId).localeCompare(String(b.departmentId)),
          ),
        })),
        options: rest.options.toSorted((a, b) => a.id.localeCompare(b.id)),
      });
      assert.deepEqual(ordered(tried), ordered(live));
    }),
    runs,
  );
});
