import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asking, mailFor, passwordOf, tokenIn } from '../../test/fixtures/access.ts';
import { digitsFor } from '../../test/fixtures/authenticator.ts';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';

const app = await startDemoApp();
const ask = asking(app);
const [english] = app.clinics;
const [margaret, daniel, olivia, james] = [
  'margaret.chen',
  'daniel.brooks',
  'olivia.martin',
  'james.wilson',
].map((name) => `${name}@lakeside.example`) as [string, string, string, string];

const newSession = async (email: string, password = passwordOf(email), code?: string): Promise<string> => {
  const { status, body } = await ask('POST', '/auth/token', {
    email,
    password,
    ...(code === undefined ? {} : { code }),
  });
  assert.equal(status, 200);
  return String(body['token']);
};
const wakes = async (token: string) => (await ask('GET', '/me', undefined, { token })).status;
const ascending = (one: number, other: number): number => one - other;
const codeOf = async (answer: ReturnType<typeof ask>) => (await answer).body['code'];

test('a forgotten password: the answer tells nothing, the link works once and ends every session', async () => {
  const forgotten = (email: string) => ask('POST', '/auth/password/forgotten', { email });
  assert.equal((await forgotten(olivia)).status, 202);
  assert.equal((await forgotten('nobody@lakeside.example')).status, 202);
  assert.equal(await mailFor(app, { mail: 'new-password', email: 'nobody@lakeside.example' }), null);

  const sessions = [await newSession(olivia), await newSession(olivia)];
  const set = (token: string, password: string) => ask('POST', '/auth/password', { token, password });
  const older = tokenIn(await mailFor(app, { mail: 'new-password', email: olivia }));
  const token = tokenIn(await mailFor(app, { mail: 'new-password', email: olivia }));
  assert.equal(await codeOf(set(older, 'the first long one')), 'link-over');
  assert.equal((await set(token, 'short')).status, 400);
  const both = await Promise.all([set(token, 'one long password'), set(token, 'two long password')]);
  assert.deepEqual(both.map(({ status }) => status).sort(ascending), [204, 404]);
  assert.equal(await codeOf(set(token, 'three long password')), 'link-over');
  for (const session of sessions) assert.equal(await wakes(session), 401);
  assert.equal(
    await codeOf(ask('POST', '/auth/token', { email: olivia, password: passwordOf(olivia) })),
    'wrong-credentials',
  );
  const kept = both[0].status === 204 ? 'one long password' : 'two long password';
  assert.equal(await wakes(await newSession(olivia, kept)), 200);

  const late = tokenIn(await mailFor(app, { mail: 'new-password', email: olivia }));
  app.clock.advance({ hours: 1 });
  assert.equal(await codeOf(set(late, 'too late a password')), 'link-over');
});

test('sessions: each is listed, one is ended, then all others, never somebody else’s', async () => {
  const [here, there, third] = [await newSession(james), await newSession(james), await newSession(james)];
  const list = async (token: string) =>
    (await ask('GET', '/account/sessions', undefined, { token })).body['items'] as {
      id: string;
      current: boolean;
    }[];
  const items = await list(here);
  assert.equal(items.length, 3);
  assert.equal(items.filter(({ current }) => current).length, 1);
  const own = (await list(there)).find(({ current }) => current)!;
  const stranger = await newSession(daniel);
  assert.equal(
    (await ask('DELETE', `/account/sessions/${own.id}`, undefined, { token: stranger })).status,
    404,
  );
  assert.equal((await ask('DELETE', `/account/sessions/${own.id}`, undefined, { token: here })).status, 204);
  assert.deepEqual([await wakes(there), await wakes(third)], [401, 200]);
  assert.equal((await ask('DELETE', '/account/sessions', undefined, { token: here })).status, 204);
  assert.deepEqual([await wakes(here), await wakes(third), await wakes(stranger)], [200, 401, 200]);
});

test('a session that is ended hears no more', async () => {
  const [here, there] = [await newSession(james), await newSession(james)];
  const stream = await fetch(`${app.url}/api/v1/clinics/${english.id}/live`, {
    headers: { authorization: `Bearer ${there}` },
  });
  const heard = stream.text();
  assert.equal((await ask('DELETE', '/account/sessions', undefined, { token: here })).status, 204);
  assert.match(await heard, /hello/);
});

test('a session that signs out hears no more', async () => {
  const here = await newSession(james);
  const stream = await fetch(`${app.url}/api/v1/clinics/${english.id}/live`, {
    headers: { authorization: `Bearer ${here}` },
  });
  const heard = stream.text();
  assert.equal((await ask('POST', '/auth/sign-out', {}, { token: here })).status, 204);
  assert.match(await heard, /hello/);
  assert.equal(await wakes(here), 401);
});

test('links that were asked for before a new password, or a new address, open nothing', async () => {
  const grace = 'grace.lee@lakeside.example';
  const other = 'grace@thief.example';
  const token = await newSession(grace);
  const askForAddress = async (email: string, session: string, password: string) => {
    assert.equal((await ask('POST', '/account/email', { email, password }, { token: session })).status, 202);
    const { id: linkId, user_id: userId } = await app.database
      .selectFrom('account_links')
      .select(['id', 'user_id'])
      .where('purpose', '=', 'new-email')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    return tokenIn(await mailFor(app, { mail: 'new-email', userId, linkId, email }));
  };
  const confirm = (link: string) => ask('POST', '/auth/email', { token: link });

  const first = await askForAddress(other, token, passwordOf(grace));
  const forgotten = tokenIn(await mailFor(app, { mail: 'new-password', email: grace }));
  const reset = { token: forgotten, password: 'a first new password' };
  assert.equal((await ask('POST', '/auth/password', reset)).status, 204);
  assert.equal(await codeOf(confirm(first)), 'link-over');

  const session = await newSession(grace, 'a first new password');
  const second = await askForAddress(other, session, 'a first new password');
  const passwords = { current: 'a first new password', next: 'a second new password' };
  assert.equal((await ask('PUT', '/account/password', passwords, { token: session })).status, 204);
  assert.equal(await codeOf(confirm(second)), 'link-over');

  const own = await askForAddress('grace@new.example', session, 'a second new password');
  const byOldMailbox = tokenIn(await mailFor(app, { mail: 'new-password', email: grace }));
  assert.equal((await confirm(own)).status, 204);
  const stale = { token: byOldMailbox, password: 'whoever reads the old mailbox' };
  assert.equal(await codeOf(ask('POST', '/auth/password', stale)), 'link-over');
});

test('a new password ends the other sessions; the old one has to be known', async () => {
  const [here, there] = [await newSession(james), await newSession(james)];
  const change = (current: string) =>
    ask('PUT', '/account/password', { current, next: 'quite a long one' }, { token: here });
  assert.equal(await codeOf(change('wrong')), 'wrong-password');
  assert.equal((await change(passwordOf(james))).status, 204);
  assert.deepEqual([await wakes(here), await wakes(there)], [200, 401]);
});

test('a new e-mail address holds when its link is opened, in the language of the person', async () => {
  const token = await newSession(daniel);
  assert.equal((await ask('PATCH', '/account', { language: 'de' }, { token })).status, 204);
  const wanted = { email: 'daniel@new.example', password: passwordOf(daniel) };
  assert.equal(
    await codeOf(ask('POST', '/account/email', { ...wanted, password: 'x' }, { token })),
    'wrong-password',
  );
  assert.equal((await ask('POST', '/account/email', wanted, { token })).status, 202);
  const link = await app.database
    .selectFrom('account_links')
    .select(['id', 'user_id'])
    .where('purpose', '=', 'new-email')
    .executeTakeFirstOrThrow();
  const mail = await mailFor(app, {
    mail: 'new-email',
    userId: link.user_id,
    linkId: link.id,
    email: wanted.email,
  });
  assert.equal(mail?.to, wanted.email);
  assert.match(mail?.subject ?? '', /^Ihre neue E-Mail-Adresse/);
  const confirm = () => ask('POST', '/auth/email', { token: tokenIn(mail) });
  assert.equal((await confirm()).status, 204);
  assert.equal(await codeOf(confirm()), 'link-over');
  await newSession(wanted.email, wanted.password);
});

let backupCodes: string[] = [];
const nextBackupCode = (): string => backupCodes.pop()!;

test('two factors: enrolled, asked for, each code taken once', async () => {
  const password = passwordOf(margaret);
  const token = await newSession(margaret);
  const begin = (given: string) => ask('POST', '/account/two-factor', { password: given }, { token });
  assert.equal(await codeOf(begin('wrong')), 'wrong-password');
  const { body } = await begin(password);
  const secret = new URL(String(body['uri'])).searchParams.get('secret')!;
  backupCodes = body['backupCodes'] as string[];
  // Until the first code was right nothing has changed.
  const session = await newSession(margaret);
  const confirm = (code: string) => ask('POST', '/account/two-factor/confirm', { code }, { token: session });
  assert.equal(await codeOf(confirm('000000')), 'wrong-code');
  assert.equal((await confirm(digitsFor(secret))).status, 204);

  const credentials = { email: margaret, password };
  assert.equal(await codeOf(ask('POST', '/auth/token', credentials)), 'code-needed');
  const next = digitsFor(secret);
  await newSession(margaret, password, next);
  assert.equal(await codeOf(ask('POST', '/auth/token', { ...credentials, code: next })), 'wrong-code');
  const backup = nextBackupCode();
  const withBackup = await newSession(margaret, password, backup);
  assert.equal(await codeOf(ask('POST', '/auth/token', { ...credentials, code: backup })), 'wrong-code');

  // As browsers do it: the first step is remembered in a cookie that opens nothing.
  const first = await ask('POST', '/auth/sign-in', credentials);
  assert.equal(first.body['step'], 'code');
  const cookie = first.cookies.map((each) => each.split(';')[0]).join('; ');
  assert.equal((await ask('GET', '/me', undefined, { cookie })).status, 401);
  const second = await ask('POST', '/auth/sign-in/code', { code: nextBackupCode() }, { cookie });
  assert.equal(second.status, 204);

  const off = (given: string) =>
    ask('POST', '/account/two-factor/disable', { password: given }, { token: withBackup });
  assert.equal(await codeOf(off('wrong')), 'wrong-password');
});

test('a clinic that asks everybody for two factors shows nothing to whoever has none', async () => {
  const rules = `/clinics/${english.id}/access-rules`;
  const owner = { token: await newSession(margaret, passwordOf(margaret), nextBackupCode()) };
  assert.equal((await ask('PUT', rules, { twoFactorRequired: true }, owner)).status, 200);
  const manager = { token: await newSession('daniel@new.example', passwordOf(daniel)) };
  for (const path of ['staff', 'patients', 'members', 'live'])
    assert.equal(
      await codeOf(ask('GET', `/clinics/${english.id}/${path}`, undefined, manager)),
      'two-factor-needed',
    );
  const { body } = await ask('GET', '/me', undefined, manager);
  assert.equal((body['clinics'] as { twoFactorNeeded: boolean }[])[0]?.twoFactorNeeded, true);
  assert.equal((await ask('GET', `/clinics/${english.id}/staff`, undefined, owner)).status, 200);
  assert.equal((await ask('PUT', rules, { twoFactorRequired: false }, owner)).status, 200);
  assert.equal((await ask('GET', `/clinics/${english.id}/staff`, undefined, manager)).status, 200);
});
