import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { asking, mailFor, passwordOf, tokenIn } from '../../test/fixtures/access.ts';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { ownCallWithVoicemail } from '../../test/fixtures/made-up-call.ts';
import { inClinic } from '../platform/database/database.ts';

const app = await startDemoApp();
const ask = asking(app);
const [english, german] = app.clinics;
const [margaret, daniel, olivia, sofia] = [
  'margaret.chen',
  'daniel.brooks',
  'olivia.martin',
  'sofia.ramirez',
].map((name) => `${name}@lakeside.example`) as [string, string, string, string];
const clinic = `/clinics/${english.id}`;

const ascending = (one: number, other: number): number => one - other;

type Member = { userId: string; email: string; role: string; staffId: string | null };
const members = async (): Promise<Member[]> => {
  const { body } = await ask('GET', `${clinic}/members`, undefined, { token: await app.tokenOf(margaret) });
  return body['items'] as Member[];
};
const memberOf = async (email: string): Promise<Member> => {
  const found = (await members()).find((each) => each.email === email);
  assert.ok(found, email);
  return found;
};
const as = async (email: string, method: string, path: string, body?: unknown) =>
  ask(method, clinic + path, body, { token: await app.tokenOf(email) });
const give = async (by: string, email: string, role: string) =>
  as(by, 'PATCH', `/members/${(await memberOf(email)).userId}`, { role });

const invited = { name: 'Sam Porter', role: 'receptionist', answersCalls: true, staffPhoneNumber: null };
const invite = async (email: string, more: object = {}, by = margaret) => {
  const { status, body } = await as(by, 'POST', '/invitations', { ...invited, email, ...more });
  assert.equal(status, 201);
  const invitationId = String(body['id']);
  const mail = await mailFor(app, { mail: 'invitation', clinicId: english.id, invitationId });
  return { invitationId, mail, token: tokenIn(mail) };
};
const accept = (token: string, password = 'a long enough one', name?: string) =>
  ask('POST', '/auth/invitation/accept', { token, password, ...(name === undefined ? {} : { name }) });

test('members and invitations come page by page, each once', async () => {
  for (const email of ['one@paged.example', 'two@paged.example', 'three@paged.example']) await invite(email);
  for (const [path, idOf] of [
    ['/members', 'userId'],
    ['/invitations', 'id'],
  ] as const) {
    const all = (await as(margaret, 'GET', path)).body as {
      items: Record<string, unknown>[];
      nextCursor: null;
    };
    assert.equal(all.nextCursor, null);
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: Record<string, unknown> } = await as(
        margaret,
        'GET',
        `${path}?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...(body['items'] as Record<string, unknown>[]).map((item) => item[idOf]));
      cursor = body['nextCursor'] as string | null;
    }
    assert.ok(seen.length > 2);
    assert.deepEqual(
      seen,
      all.items.map((item) => item[idOf]),
    );
  }
  assert.equal((await as(margaret, 'GET', '/members?cursor=nobody')).status, 400);
});

test('the last owner stays one; a manager reaches no owner', async () => {
  assert.equal((await give(margaret, margaret, 'manager')).body['code'], 'last-owner');
  assert.equal((await give(daniel, margaret, 'readonly')).status, 403);
  assert.equal((await give(daniel, olivia, 'owner')).status, 403);
  const { userId } = await memberOf(margaret);
  assert.equal((await as(daniel, 'DELETE', `/members/${userId}`)).status, 403);
  assert.equal((await as(margaret, 'DELETE', `/members/${userId}`)).body['code'], 'last-owner');
  const owner = await as(daniel, 'POST', '/invitations', {
    ...invited,
    email: 'o@new.example',
    role: 'owner',
  });
  assert.equal(owner.status, 403);
});

test('two owners who demote each other at the same moment: one stays', async () => {
  for (let round = 0; round < 4; round += 1) {
    assert.equal((await give(margaret, daniel, 'owner')).status, 204);
    const [one, two] = await Promise.all([
      give(margaret, daniel, 'manager'),
      give(daniel, margaret, 'manager'),
    ]);
    assert.deepEqual([one.status, two.status].sort(ascending), [204, 403]);
    const owners = (await members()).filter(({ role }) => role === 'owner');
    assert.equal(owners.length, 1);
    if (owners[0]?.email === margaret) continue;
    assert.equal((await give(daniel, margaret, 'owner')).status, 204);
    assert.equal((await give(margaret, daniel, 'manager')).status, 204);
  }
});

test('whoever is removed is out at once: stream, voicemails, keys', async () => {
  const { userId, staffId } = await memberOf(sofia);
  assert.equal((await give(margaret, sofia, 'manager')).status, 204);
  const made = await as(sofia, 'POST', '/api-keys', {
    name: 'Hers',
    scopes: ['staff:read'],
    expiresInDays: null,
  });
  const key = { token: String(made.body['key']) };
  assert.equal((await ask('GET', `${clinic}/staff`, undefined, key)).status, 200);
  await ownCallWithVoicemail(app.connection, english.id);
  await inClinic(app.database, english.id, (trx) =>
    sql`UPDATE voicemail_messages SET assigned_to = ${staffId}`.execute(trx),
  );
  const stream = await app.as(sofia, 'GET', `/api/v1${clinic}/live`);
  const heard = stream.text(); // resolves when the server ends the stream

  assert.equal((await as(margaret, 'DELETE', `/members/${userId}`)).status, 204);
  assert.match(await heard, /hello/);
  assert.equal((await as(sofia, 'GET', '/staff')).status, 404);
  assert.equal((await ask('GET', `${clinic}/staff`, undefined, key)).status, 401);
  const assigned = await inClinic(app.database, english.id, (trx) =>
    sql`SELECT 1 FROM voicemail_messages WHERE assigned_to IS NOT NULL`.execute(trx),
  );
  assert.equal(assigned.rows.length, 0);
  const staff = (await as(margaret, 'GET', '/staff')).body['items'] as { id: string }[];
  assert.ok(!staff.some(({ id }) => id === staffId));
});

test('an invitation makes an account, once, even for two clicks at the same moment', async () => {
  const email = 'sam.porter@new.example';
  const { mail, token } = await invite(email);
  assert.equal(mail?.to, email);
  assert.match(mail?.subject ?? '', /Lakeside/);
  const shown = await ask('POST', '/auth/invitation', { token });
  assert.deepEqual([shown.body['role'], shown.body['hasAccount']], ['receptionist', false]);
  const outcomes = await Promise.all([accept(token, 'a long enough one', 'Samuel Porter'), accept(token)]);
  assert.deepEqual(outcomes.map(({ status }) => status).sort(ascending), [200, 404]);
  assert.equal((await accept(token)).body['code'], 'link-over');
  assert.ok((await memberOf(email)).staffId);
  const signedIn = await ask('POST', '/auth/token', { email, password: 'a long enough one' });
  assert.equal(signedIn.status, 200);
});

test('an invitation is over when it was withdrawn, replaced, too old, or its inviter has left', async () => {
  const over = async (token: string) => {
    assert.equal((await ask('POST', '/auth/invitation', { token })).body['code'], 'link-over');
    assert.equal((await accept(token)).body['code'], 'link-over');
  };
  const withdrawn = await invite('w@new.example');
  assert.equal((await as(margaret, 'DELETE', `/invitations/${withdrawn.invitationId}`)).status, 204);
  await over(withdrawn.token);
  await over(`${withdrawn.token.slice(0, -2)}AA`);

  const early = await invite('late@new.example');
  app.clock.advance({ hours: 7 * 24 });
  await over(early.token);
  assert.equal((await as(margaret, 'POST', `/invitations/${early.invitationId}/resend`, {})).status, 204);
  assert.equal((await ask('POST', '/auth/invitation', { token: early.token })).status, 200);

  const fromManager = await invite('m@new.example', { role: 'manager' }, daniel);
  await give(margaret, daniel, 'receptionist');
  await over(fromManager.token);
  await give(margaret, daniel, 'manager');
  assert.equal((await accept(fromManager.token)).status, 200);
});

test('a manager sends no owner’s invitation again', async () => {
  const { invitationId } = await invite('future.owner@new.example', { role: 'owner' });
  assert.equal((await as(daniel, 'POST', `/invitations/${invitationId}/resend`, {})).status, 403);
});

test('somebody of another clinic keeps the account, with a role of its own in each', async () => {
  const email = german.staff.find(({ role }) => role === 'owner')!.email;
  const { token, mail } = await invite(email, { role: 'readonly', answersCalls: false });
  assert.match(mail?.subject ?? '', /^Einladung/); // the mail speaks the person's language
  assert.equal((await ask('POST', '/auth/invitation', { token })).body['hasAccount'], true);
  assert.equal((await accept(token, 'not their password')).body['code'], 'wrong-password');
  assert.equal((await accept(token, passwordOf(email))).status, 200);
  const { body } = await ask('GET', '/me', undefined, { token: await app.tokenOf(email) });
  const roles = (body['clinics'] as { id: string; role: string }[]).map(({ id, role }) => [id, role]);
  assert.deepEqual(
    new Map(roles as [string, string][]),
    new Map([
      [english.id, 'readonly'],
      [german.id, 'owner'],
    ]),
  );
});

test('a telephone without an account is put on the staff and taken off', async () => {
  const person = { name: 'Nora Quinn', title: 'Hygienist', phoneNumber: '+13125550177' };
  const { status, body } = await as(daniel, 'POST', '/staff', person);
  assert.equal(status, 201);
  assert.equal((await as(daniel, 'DELETE', `/staff/${String(body['id'])}`)).status, 204);
  assert.equal((await as(daniel, 'DELETE', `/staff/${String(body['id'])}`)).status, 404);
  const { staffId } = await memberOf(olivia);
  assert.equal((await as(daniel, 'DELETE', `/staff/${staffId}`)).status, 409);
});

test('a member takes calls, or not, and keeps the access', async () => {
  const email = 'grace.lee@lakeside.example';
  const { userId, staffId } = await memberOf(email);
  assert.equal(staffId, null);
  const take = (answersCalls: boolean) =>
    as(daniel, 'PUT', `/members/${userId}/answers-calls`, { answersCalls });
  await Promise.all([take(true), take(true)]);
  const first = (await memberOf(email)).staffId;
  assert.ok(first);
  assert.equal((await take(false)).status, 204);
  assert.equal((await memberOf(email)).staffId, null);
  assert.equal((await take(true)).status, 204);
  assert.notEqual((await memberOf(email)).staffId, first);
  const nobody = `/members/${first}/answers-calls`;
  assert.equal((await as(daniel, 'PUT', nobody, { answersCalls: true })).status, 404);
  const staff = (await as(daniel, 'GET', '/staff')).body['items'] as { name: string }[];
  assert.equal(staff.filter(({ name }) => name === 'Grace Lee').length, 1);
});

test('each change stands in the log, with who it was about', async () => {
  const { body } = await as(margaret, 'GET', '/audit?limit=200');
  const items = body['items'] as { action: string; subject: { name: string | null } }[];
  const actions = new Set(items.map(({ action }) => action));
  for (const action of [
    'account.signed-in',
    'member.role-changed',
    'member.removed',
    'invitation.sent',
    'invitation.accepted',
    'invitation.withdrawn',
    'staff.added',
    'staff.left',
    'api-key.created',
  ])
    assert.ok(actions.has(action), action);
  const removed = items.find(({ action }) => action === 'member.removed');
  assert.equal(removed?.subject.name, 'Sofia Ramirez');
});
