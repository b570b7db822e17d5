import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import { draftViewSchema, type DraftView } from './rules/draft-view.ts';
import type { RoutingDocument } from './rules/routing-document.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const manager = 'daniel.brooks@lakeside.example';
const owner = english.staff.find(({ role }) => role === 'owner')!.email;
const receptionist = 'olivia.martin@lakeside.example';
const base = `/api/v1/clinics/${english.id}/routing`;

const ask = async (method: string, path: string, body?: unknown, user = manager) => {
  const answer = await app.as(user, method, `${base}${path}`, body);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const viewOf = ({ status, body }: { status: number; body: unknown }): DraftView => {
  assert.equal(status, 200, JSON.stringify(body));
  return draftViewSchema.parse(body);
};
const draft = async (): Promise<DraftView> => viewOf(await ask('GET', '/draft'));
const save = (view: DraftView, document: RoutingDocument, user = manager) =>
  ask('PUT', '/draft', { document, revision: view.revision }, user);
const refused = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body.code];

/** Changes the document, saves, publishes. */
const publish = async (
  change: (document: RoutingDocument) => RoutingDocument,
  note = '',
): Promise<DraftView> => {
  const view = await draft();
  const { revision } = viewOf(await save(view, change(view.document)));
  return viewOf(await ask('POST', '/draft/publish', { revision, note }));
};
const ringing =
  (ringSeconds: number) =>
  (document: RoutingDocument): RoutingDocument => ({
    ...document,
    settings: { ...document.settings, ringSeconds },
  });
const idsOf = (table: 'ivr_menu_options' | 'departments' | 'call_settings' | 'staff_call_routing') =>
  inClinic(app.database, english.id, async (trx) =>
    (await trx.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id),
  );

describe('a draft', () => {
  test('is what is published until somebody saves one, and then waits for its publication', async () => {
    const before = await draft();
    assert.equal(before.saved, null);
    assert.deepEqual(before.document, before.published);
    const saved = viewOf(await save(before, ringing(33)(before.document)));
    assert.equal(saved.saved?.by?.name, 'Daniel Brooks');
    assert.equal(saved.published.settings.ringSeconds, before.document.settings.ringSeconds);
    assert.deepEqual((await ask('GET', '/draft/differences')).body, {
      differences: [
        {
          path: ['settings', 'ringSeconds'],
          kind: 'changed',
          before: before.document.settings.ringSeconds,
          after: 33,
        },
      ],
    });
    const after = viewOf(await ask('POST', '/draft/publish', { revision: saved.revision }));
    assert.equal(after.saved, null);
    assert.equal(after.published.settings.ringSeconds, 33);
    assert.deepEqual((await ask('GET', '/draft/differences')).body, { differences: [] });
  });

  test('published twice is published once', async () => {
    const { revision, publication } = await publish(ringing(34));
    assert.deepEqual(refused(await ask('POST', '/draft/publish', { revision: revision - 1 })), [
      409,
      'conflict',
    ]);
    assert.equal((await draft()).publication, publication);
  });

  test('that changes nothing is no publication', async () => {
    const { publication } = await draft();
    assert.equal((await publish((document) => document)).publication, publication);
  });

  test('is discarded, and then a page that still shows it saves nothing', async () => {
    const view = await draft();
    const saved = viewOf(await save(view, ringing(40)(view.document)));
    viewOf(await ask('DELETE', `/draft?revision=${saved.revision}`));
    assert.deepEqual(refused(await save(saved, saved.document)), [409, 'conflict']);
    assert.equal((await draft()).document.settings.ringSeconds, 34);
  });

  test('with something wrong is kept and not published', async () => {
    const view = await draft();
    const [first, ...rest] = view.document.departments;
    const wrong = { ...view.document, departments: [{ ...first!, name: '' }, ...rest] };
    const saved = viewOf(await save(view, wrong));
    const { problems } = (await ask('GET', '/draft/problems')).body as { problems: unknown[] };
    assert.deepEqual(problems, [
      { path: ['departments', first!.id, 'name'], code: 'name-missing', severity: 'error' },
    ]);
    assert.deepEqual(refused(await ask('POST', '/draft/publish', { revision: saved.revision })), [
      409,
      'draft-faulty',
    ]);
    viewOf(await ask('DELETE', `/draft?revision=${saved.revision}`));
  });

  test('is tried out without being published', async () => {
    const view = await draft();
    const closed = {
      ...view.document,
      settings: { ...view.document.settings, businessHours: { '1': [['08:00', '08:01']] } },
    } as RoutingDocument;
    const saved = viewOf(await save(view, closed));
    const first = async (query: string) =>
      ((await ask('GET', `/preview?at=2026-11-20T16:00:00Z${query}`)).body.steps as { reason: string }[])[0]
        ?.reason;
    assert.deepEqual([await first('&draft=true'), await first('')], ['after-hours', 'open']);
    viewOf(await ask('DELETE', `/draft?revision=${saved.revision}`));
  });
});

describe('two managers at once', () => {
  test('the second save learns that there was a first, and by whom', async () => {
    const view = await draft();
    const saves = await Promise.all([
      save(view, ringing(41)(view.document), manager),
      save(view, ringing(42)(view.document), owner),
    ]);
    assert.deepEqual(new Set(saves.map(({ status }) => status)), new Set([200, 409]));
    const now = await draft();
    const winner = saves[0].status === 200 ? [41, manager] : [42, owner];
    const by = english.staff.find(({ email }) => email === winner[1])!.name;
    assert.deepEqual([now.document.settings.ringSeconds, now.saved?.by?.name], [winner[0], by]);
    viewOf(await ask('DELETE', `/draft?revision=${now.revision}`));
  });

  test('one publishes while the other restores: the draft has to be looked at again', async () => {
    const published = await publish(ringing(45));
    const view = await draft();
    const saved = viewOf(await save(view, ringing(50)(view.document)));
    viewOf(
      await ask(
        'POST',
        `/publications/${published.publication - 1}/restore`,
        { newest: published.publication },
        owner,
      ),
    );
    assert.deepEqual(refused(await ask('POST', '/draft/publish', { revision: saved.revision })), [
      409,
      'conflict',
    ]);
    const now = await draft();
    assert.equal(now.document.settings.ringSeconds, 50, 'the draft is kept');
    const looked = viewOf(
      await ask('PUT', '/draft', {
        document: now.document,
        revision: now.revision,
        basedOn: now.publication,
      }),
    );
    viewOf(await ask('POST', '/draft/publish', { revision: looked.revision }));
    assert.equal((await draft()).published.settings.ringSeconds, 50);
  });

  test('both publish one draft: one publication', async () => {
    const view = await draft();
    const { revision } = viewOf(await save(view, ringing(51)(view.document)));
    const answers = await Promise.all(
      [manager, owner].map((user) => ask('POST', '/draft/publish', { revision }, user)),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200, 409]));
    assert.equal((await draft()).publication, view.publication + 1);
  });
});

describe('publications', () => {
  test('keep every id, also when things change places', async () => {
    const tables = ['ivr_menu_options', 'departments', 'call_settings', 'staff_call_routing'] as const;
    const before = await Promise.all(tables.map(idsOf));
    await publish((document) => {
      const [one, two, ...rest] = document.settings.menu;
      const [first, second, ...others] = document.departments;
      return {
        ...document,
        settings: {
          ...document.settings,
          menu: [{ ...two!, digit: one!.digit }, { ...one!, digit: two!.digit }, ...rest],
        },
        departments: [{ ...first!, name: second!.name }, { ...second!, name: first!.name }, ...others],
        staff: document.staff.map(({ staffId, routes }) => ({
          staffId,
          routes: routes.map((route) => ({ ...route, priority: 10 - route.priority })),
        })),
      };
    });
    assert.deepEqual(await Promise.all(tables.map(idsOf)), before);
  });

  test('are listed page by page, tell what they changed, and the first keeps what was there before', async () => {
    const page = async (query: string) =>
      (await ask('GET', `/publications${query}`)).body as {
        items: { number: number }[];
        nextCursor: string | null;
      };
    const { publication } = await draft();
    const numbers: number[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { items, nextCursor: more } = await page(`?limit=2${next === '' ? '' : `&cursor=${next}`}`);
      numbers.push(...items.map(({ number }) => number));
      next = more;
    }
    assert.deepEqual(
      numbers,
      Array.from({ length: publication }, (_, index) => publication - index),
    );
    const [one, two] = [
      (await ask('GET', '/publications/1')).body,
      (await ask('GET', '/publications/2')).body,
    ];
    assert.equal(one.publishedBy, null);
    assert.deepEqual(
      (two.differences as { path: string[] }[]).map(({ path }) => path.join('/')),
      ['settings/ringSeconds'],
    );
    assert.equal((await ask('GET', `/publications/${publication + 1}`)).status, 404);
  });

  test('a department that was removed comes back as itself', async () => {
    const view = await draft();
    const gone = view.document.departments[0]!;
    const without = await publish((document) => ({
      ...document,
      departments: document.departments.filter(({ id }) => id !== gone.id),
      settings: { ...document.settings, menuEnabled: false, menu: [] },
      staff: document.staff.map(({ staffId, routes }) => ({
        staffId,
        routes: routes.filter(({ departmentId }) => departmentId !== gone.id),
      })),
    }));
    assert.equal(
      without.published.departments.some(({ id }) => id === gone.id),
      false,
    );
    const back = viewOf(
      await ask('POST', `/publications/${without.publication - 1}/restore`, { newest: without.publication }),
    );
    assert.deepEqual(back.published, view.published);
  });

  test('are restored once: a second click finds a newer list', async () => {
    const { publication } = await draft();
    const path = `/publications/1/restore`;
    viewOf(await ask('POST', path, { newest: publication }));
    assert.deepEqual(refused(await ask('POST', path, { newest: publication })), [409, 'conflict']);
    const first = (await ask('GET', '/publications/1')).body.document as RoutingDocument;
    assert.deepEqual((await draft()).published, first);
  });

  test('leave a line in the audit log', async () => {
    const entries = await inClinic(app.database, english.id, (trx) =>
      trx.selectFrom('audit_log').select(['action', 'detail']).where('action', 'like', 'routing.%').execute(),
    );
    const actions = new Set(entries.map(({ action }) => action));
    for (const action of ['routing.published', 'routing.restored', 'routing.draft-discarded'])
      assert.ok(actions.has(action), action);
  });
});

describe('who may', () => {
  test('everybody of the clinic reads; only managers change; nobody of another clinic', async () => {
    const { document, revision } = await draft();
    const stranger = german.staff.find(({ role }) => role === 'owner')!.email;
    assert.equal((await ask('GET', '/draft', undefined, receptionist)).status, 200);
    for (const [method, path, body] of [
      ['PUT', '/draft', { document, revision }],
      ['DELETE', `/draft?revision=${revision}`, undefined],
      ['POST', '/draft/publish', { revision }],
      ['POST', '/publications/1/restore', { newest: 1 }],
    ] as const) {
      assert.equal((await ask(method, path, body, receptionist)).status, 403);
      assert.equal((await ask(method, path, body, stranger)).status, 404);
    }
  });

  test('bad input is refused, never half-taken', async () => {
    const { document, revision } = await draft();
    for (const body of [
      {},
      { document, revision: -1 },
      { document: { ...document, more: 1 }, revision },
      { document: { ...document, settings: { ...document.settings, ringSeconds: 4 } }, revision },
    ])
      assert.deepEqual(refused(await ask('PUT', '/draft', body)), [400, 'invalid']);
    assert.equal((await draft()).revision, revision);
  });
});
