// Walks every route that the router has, so that a new one cannot be forgotten: who may ask is refused or answered as
// the route declares, nothing of another clinic is ever shown or changed, and no input is a fault of ours.
import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { after, before, test } from 'node:test';
import { neededFor } from '../../src/accounts/require-member.ts';
import { scopeOf, scopesOf } from '../../src/accounts/rules/api-scopes.ts';
import { atLeast, type Role } from '../../src/accounts/rules/role.ts';
import type { ListedRoute } from '../../src/platform/http/route-list.ts';
import {
  clinicContents,
  findLeak,
  tablesThatDiffer,
  type ClinicContents,
} from '../fixtures/clinic-contents.ts';
import { startDemoApp } from '../fixtures/demo-app.ts';
import { ownCallWithVoicemail } from '../fixtures/made-up-call.ts';
import {
  addressOf,
  eachOf,
  nameOf,
  parametersOf,
  routeWalker,
  type Answered,
} from '../fixtures/route-walker.ts';
import { namesIn, sampleOf, spoiledBodies } from '../fixtures/schema-samples.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const people: Record<Role, string> = {
  owner: 'margaret.chen@lakeside.example',
  manager: 'daniel.brooks@lakeside.example',
  receptionist: 'olivia.martin@lakeside.example',
  readonly: 'grace.lee@lakeside.example',
};
const stranger = german.staff.find(({ role }) => role === 'owner')!.email;
const prefix = '/api/v1/clinics/:clinicId/';
const ofClinic = app.routes.filter(({ url }) => url.startsWith(prefix));
const ofAccount = app.routes.filter(({ config }) => config.ofAccount === true);
const open = app.routes.filter(({ config }) => config.public !== undefined);

const unknown = (): string => randomUUIDv7();
let own: ClinicContents;
let other: ClinicContents;
let walker: Awaited<ReturnType<typeof routeWalker>>;
/** of a program with every scope, with one, and with every scope of the other clinic */
let keys: { all: string; few: string; strange: string };
const fewScopes = ['departments:read'];

before(async () => {
  await ownCallWithVoicemail(app.connection, english.id);
  await ownCallWithVoicemail(app.connection, german.id);
  walker = await routeWalker(app);
  const scopes = scopesOf(ofClinic);
  keys = {
    all: await walker.keyOf(people.owner, english.id, scopes),
    few: await walker.keyOf(people.owner, english.id, fewScopes),
    strange: await walker.keyOf(stranger, german.id, scopes),
  };
  own = await clinicContents(app.connection, english.id);
  other = await clinicContents(app.connection, german.id);
});
after(() => walker.close());

/** What holds for every answer, whoever asked. */
const calm = (answered: Answered): Answered => {
  const { status, body, what } = answered;
  assert.notEqual(status, 500, what);
  assert.equal(findLeak(body, other, own), null, what);
  return answered;
};
const refused = (answered: Answered, ...statuses: number[]): void =>
  assert.ok(statuses.includes(calm(answered).status), `${statuses.join(' or ')}: ${answered.what}`);

const bodyFor = ({ schema }: ListedRoute, idFor: (name: string) => string): unknown =>
  schema.body === undefined ? undefined : sampleOf(schema.body, idFor);

test('every route is of a clinic, of an account, or public for a reason', () => {
  assert.ok(ofClinic.length > 30);
  for (const route of app.routes) {
    const kinds = [ofClinic, ofAccount, open].filter((routes) => routes.includes(route));
    assert.equal(kinds.length, 1, nameOf(route));
  }
  for (const { config, ...route } of open) assert.ok(config.public!.length > 15, route.url);
});

test('nobody who is signed out, and no token that is none, gets past a guarded route', async () => {
  await eachOf([...ofClinic, ...ofAccount], async (route) => {
    const url = addressOf(route.url, english.id, own.idFor);
    const body = bodyFor(route, own.idFor);
    for (const token of [undefined, 'made-up', `fdk_${'a'.repeat(43)}`]) {
      refused(await walker.ask({ method: route.method, url, body, token }), 401);
    }
  });
});

test('a clinic is not there for members of another, whatever they ask', async () => {
  await eachOf(ofClinic, async (route) => {
    const url = addressOf(route.url, english.id, own.idFor);
    const answered = await walker.askAs(stranger, {
      method: route.method,
      url,
      body: bodyFor(route, own.idFor),
    });
    assert.equal(answered.status, 404, answered.what);
    assert.equal(findLeak(answered.body, own, other), null, answered.what);
  });
});

test('each role may do what the route declares, and nothing above it', async () => {
  await eachOf(ofClinic, async (route) => {
    for (const [role, email] of Object.entries(people) as [Role, string][]) {
      const url = addressOf(route.url, english.id, unknown);
      const asked = { method: route.method, url, body: bodyFor(route, unknown) };
      const answered = calm(await walker.askAs(email, asked));
      const allowed = atLeast(role, neededFor(route.config.needs, route.method));
      assert.equal(answered.status === 403, !allowed, `${role}: ${answered.what}`);
      assert.notEqual(answered.status, 401, `${role}: ${answered.what}`);
    }
  });
});

test('a program does what the scopes of its key say, in the clinic of the key', async () => {
  const { all, few, strange } = keys;
  await eachOf(ofClinic, async (route) => {
    const { method, config } = route;
    const asked = { method, url: addressOf(route.url, english.id, unknown), body: bodyFor(route, unknown) };
    const scope = scopeOf(route.url, method);
    const mayEver = config.peopleOnly !== true && scope !== null;
    const wide = calm(await walker.ask({ ...asked, token: all }));
    assert.equal(wide.status === 403, !mayEver, `every scope: ${wide.what}`);
    const tight = calm(await walker.ask({ ...asked, token: few }));
    assert.equal(tight.status === 403, !mayEver || !fewScopes.includes(scope), `one scope: ${tight.what}`);
    refused(await walker.ask({ ...asked, token: strange }), 401);
  });
  await eachOf(ofAccount, async (route) => {
    const url = addressOf(route.url, english.id, unknown);
    refused(await walker.ask({ method: route.method, url, body: bodyFor(route, unknown), token: all }), 401);
  });
});

test("another clinic's ids are not there, in an address and in a body", async () => {
  await eachOf(ofClinic, async (route) => {
    const names = parametersOf(route.url);
    const body = bodyFor(route, other.idFor);
    const url = addressOf(route.url, english.id, other.idFor);
    const answered = calm(await walker.askAs(people.owner, { method: route.method, url, body }));
    if (names.some((name) => name.endsWith('Id')))
      refused(answered, ...(route.method === 'GET' || route.method === 'HEAD' ? [404] : [400, 404, 409]));
  });
});

const absurd = ['x', "' OR 1=1--", '../../me', '🦷', 'a'.repeat(400), '-1', 'NaN', '\u0000', '%'];

test('absurd ids and queries are refused calmly', async () => {
  await eachOf([...ofClinic, ...ofAccount], async (route) => {
    const names = parametersOf(route.url);
    const questions = namesIn(route.schema.querystring);
    if (names.length + questions.length === 0) return;
    const body = bodyFor(route, own.idFor);
    for (const value of absurd) {
      const query = new URLSearchParams(questions.map((name) => [name, value]));
      const url = `${addressOf(route.url, english.id, () => value)}?${query}`;
      calm(await walker.askAs(people.owner, { method: route.method, url, body }));
    }
  });
});

test('absurd bodies are refused calmly', async () => {
  await eachOf(app.routes, async (route) => {
    if (route.schema.body === undefined && open.includes(route)) return;
    if (route.method === 'GET' || route.method === 'HEAD') return;
    const bodies =
      route.schema.body === undefined ? [{}, [], 'text'] : spoiledBodies(route.schema.body, own.idFor);
    const url = addressOf(route.url, english.id, own.idFor);
    for (const body of bodies) {
      const asked = { method: route.method, url, body };
      calm(await (open.includes(route) ? walker.ask(asked) : walker.askAs(people.owner, asked)));
    }
  });
});

test('errors of the API are problems with a code', async () => {
  await eachOf([...ofClinic, ...ofAccount], async (route) => {
    if (route.method === 'HEAD') return;
    const url = addressOf(route.url, unknown(), unknown);
    // What somebody does with the own account stands in the log of their clinic.
    const who = ofAccount.includes(route) ? people.owner : stranger;
    for (const answered of [
      await walker.ask({ method: route.method, url }),
      await walker.askAs(who, { method: route.method, url, body: 1 }),
    ]) {
      if (answered.status >= 400) assert.ok(answered.code !== null, answered.what);
    }
  });
});

test('public routes show nothing of any clinic to somebody who has no account', async () => {
  await eachOf(open, async (route) => {
    const url = addressOf(route.url, english.id, own.idFor).replace('*', 'index.html');
    const answered = calm(await walker.ask({ method: route.method, url }));
    const nobody = { ids: new Set<string>(), fingerprint: '' } as ClinicContents;
    assert.equal(findLeak(answered.body, { ...own, texts: new Set() }, nobody), null, answered.what);
  });
});

test('after all this the other clinic is as it was', async () => {
  const now = await clinicContents(app.connection, german.id);
  assert.deepEqual(tablesThatDiffer(now, other), []);
});
