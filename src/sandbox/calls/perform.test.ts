import assert from 'node:assert/strict';
import test from 'node:test';
import { scenario } from './testing/scenario.ts';

const PATIENT = '+13125550101';
const APOLOGY = 'say: We are sorry, an application error has occurred. Goodbye.';

test('Pause as the first verb waits without answering; the next verb answers', async () => {
  const s = scenario({ '/voice': '<Pause length="4"/><Say>Hello</Say>' });
  const patient = s.phone(PATIENT);
  await s.call(patient);
  await s.seconds(3);
  assert.deepEqual(patient.log, ['ringing']);
  await s.seconds(2);
  assert.deepEqual(patient.log.slice(0, 3), ['ringing', 'connected', 'say: Hello']);
});

for (const [verb, status] of [
  ['<Reject/>', 'no-answer'],
  ['<Reject reason="busy"/>', 'busy'],
] as const) {
  test(`${verb} ends an unanswered call with ${status}`, async () => {
    const s = scenario({ '/voice': `${verb}<Say>Never</Say>` });
    const patient = s.phone(PATIENT);
    await s.call(patient);
    assert.deepEqual(patient.log, ['ringing', `ended: ${status}`]);
    assert.equal(s.last('/status')?.['CallStatus'], status);
    assert.equal(s.last('/status')?.['CallDuration'], '0');
  });
}

test('Play takes as long as the file; one that is not there is passed over', async () => {
  const s = scenario({ '/voice': '<Play>/gone.wav</Play><Play>/tune.mp3</Play><Say>Hello</Say>' });
  const patient = s.phone(PATIENT);
  const { sid } = await s.call(patient);
  await s.seconds(0.1);
  assert.equal(patient.log.at(-1), 'play: https://clinic.example/tune.mp3');
  await s.seconds(6.9);
  assert.ok(!patient.log.includes('say: Hello'));
  await s.seconds(0.3);
  assert.ok(patient.log.includes('say: Hello'));
  assert.ok(s.store.inspector.of(sid).some(({ title }) => title.startsWith('11200')));
});

test('Redirect leaves the rest of the document behind', async () => {
  const s = scenario({
    '/voice': '<Redirect>/other</Redirect><Say>Never</Say>',
    '/other': '<Say>Other</Say>',
  });
  const patient = s.phone(PATIENT);
  await s.call(patient);
  await s.seconds(5);
  assert.deepEqual(patient.log, ['ringing', 'connected', 'say: Other', 'ended: completed']);
});

test('an empty document hangs up', async () => {
  const s = scenario({ '/voice': '' });
  const patient = s.phone(PATIENT);
  await s.call(patient);
  assert.equal(patient.log.at(-1), 'ended: no-answer');
});

for (const [fault, answer, code] of [
  ['no usable answer', null, '11200'],
  ['broken XML', 'raw:<Response><Say>', '12100'],
] as const) {
  test(`${fault}: the caller hears an apology and the call ends; the inspector says why`, async () => {
    const s = scenario({ '/voice': answer });
    const patient = s.phone(PATIENT);
    const { sid } = await s.call(patient);
    await s.seconds(10);
    assert.deepEqual(patient.log, ['ringing', 'connected', APOLOGY, 'ended: completed']);
    assert.ok(
      s.store.inspector.of(sid).some(({ kind, title }) => kind === 'error' && title.startsWith(code)),
    );
  });
}

test('broken XML goes to the fallback with the error code', async () => {
  const s = scenario({ '/voice': 'raw:<oops', '/fallback': '<Say>Plan B</Say>' });
  const number = s.store.numbers.byPhoneNumber('+13125550100');
  assert.ok(number);
  s.store.numbers.update(number.sid, { voiceFallbackUrl: 'https://clinic.example/fallback' });
  const patient = s.phone(PATIENT);
  await s.call(patient);
  await s.seconds(1);
  assert.ok(patient.log.includes('say: Plan B'));
  assert.equal(s.last('/fallback')?.['ErrorCode'], '12100');
});

test('an unknown verb is passed over', async () => {
  const s = scenario({ '/voice': '<Sing>la</Sing><Say>Still here</Say>' });
  const patient = s.phone(PATIENT);
  const { sid } = await s.call(patient);
  await s.seconds(1);
  assert.ok(patient.log.includes('say: Still here'));
  assert.ok(s.store.inspector.of(sid).some(({ title }) => title.startsWith('12200 <Sing>')));
});

test('the first request carries what the carrier knows', async () => {
  const s = scenario({ '/voice': '<Hangup/>' });
  const patient = s.phone(PATIENT);
  const { sid } = await s.call(patient, '+13125550999');
  const first = s.asked[0]?.parameters;
  assert.equal(first?.['CallSid'], sid);
  assert.equal(first?.['CallStatus'], 'ringing');
  assert.equal(first?.['Direction'], 'inbound');
  assert.equal(first?.['From'], PATIENT);
  assert.equal(first?.['To'], '+13125550100');
  assert.equal(first?.['ForwardedFrom'], '+13125550999');
  assert.equal(first?.['FromCountry'], 'US');
});

test('Sms in a call answers its action with the message', async () => {
  const s = scenario({ '/voice': '<Sms action="/sent">Hello</Sms>', '/sent': '<Hangup/>' });
  await s.call(s.phone(PATIENT));
  assert.match(s.last('/sent')?.['SmsSid'] ?? '', /^SM[0-9a-f]{32}$/);
});

test('a call ends after four hours', async () => {
  const s = scenario({ '/voice': '<Say loop="0">For ever and ever.</Say>' });
  const patient = s.phone(PATIENT);
  s.engine.network.settings.change({ speechCharactersPerSecond: 0.01 });
  await s.call(patient);
  await s.seconds(14_399);
  assert.ok(!patient.log.includes('ended: completed'));
  await s.seconds(2);
  assert.equal(patient.log.at(-1), 'ended: completed');
});

test('closing ends every call and leaves nothing behind', async () => {
  const s = scenario({ '/voice': '<Enqueue>wait</Enqueue>' });
  const phones = ['+13125550101', '+13125550102', '+13125550103'].map((number) => s.phone(number));
  for (const phone of phones) await s.call(phone);
  await s.engine.close();
  for (const phone of phones) assert.equal(phone.log.at(-1), 'ended: completed');
  assert.equal(s.engine.network.legs.size, 0);
});
