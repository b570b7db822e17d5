import assert from 'node:assert/strict';
import test from 'node:test';
import { atUrl } from './source.ts';
import { scenario, type Answer } from './testing/scenario.ts';

/** Calls changed by REST while they live: hold, transfer, taking back. */

const at = (path: string) => atUrl({ url: `https://clinic.example${path}`, method: 'POST' });

async function talking(more: Record<string, Answer> = {}) {
  const s = scenario({
    '/voice': '<Dial action="/after"><Client>anna</Client></Dial>',
    '/after': '<Enqueue action="/left" waitUrl="/music">hold-1</Enqueue>',
    '/music': '<Say>Please hold the line.</Say><Pause length="10"/>',
    '/hold': '<Say>On hold.</Say><Pause length="600"/>',
    '/resume': '<Dial action="/after-anna"><Queue>hold-1</Queue></Dial>',
    '/after-anna': '<Hangup/>',
    '/left': '<Say>Goodbye.</Say>',
    ...more,
  });
  const patient = s.phone('+13125550101');
  const anna = s.phone('client:anna');
  const ben = s.phone('client:ben');
  await s.call(patient);
  await s.seconds(1);
  anna.answer();
  await s.seconds(5);
  return { ...s, patient, anna, ben, parent: patient.leg?.sid ?? '', child: anna.leg?.sid ?? '' };
}

test('hold and resume: the callee is taken aside, the caller waits in a queue and is fetched again', async () => {
  const { patient, anna, child, engine, seconds, last } = await talking();
  assert.equal(engine.redirect(child, at('/hold')), 'ok');
  await seconds(20);
  assert.equal(last('/after')?.['DialCallStatus'], 'completed');
  assert.ok(anna.log.includes('say: On hold.'));
  assert.ok(patient.log.includes('say: Please hold the line.'));
  assert.equal(last('/music')?.['QueuePosition'], '1');

  assert.equal(engine.redirect(child, at('/resume')), 'ok');
  await seconds(1);
  assert.equal(patient.log.at(-1), 'bridged: client:anna');
  assert.equal(anna.log.at(-1), 'bridged: +13125550101');

  anna.hangUp();
  await seconds(1);
  assert.equal(last('/left')?.['QueueResult'], 'bridged');
  assert.ok(patient.log.includes('say: Goodbye.'));
});

test('a caller who leaves while on hold: the queue empties and the waiting callee keeps their own call', async () => {
  const { patient, anna, child, engine, seconds, last } = await talking();
  engine.redirect(child, at('/hold'));
  await seconds(5);
  patient.hangUp();
  await seconds(1);
  assert.equal(last('/left')?.['QueueResult'], 'hangup');
  assert.ok(!anna.log.includes('ended: completed'));
  engine.redirect(child, at('/resume'));
  await seconds(31);
  assert.equal(last('/after-anna')?.['DialCallStatus'], 'no-answer');
  assert.equal(anna.log.at(-1), 'ended: completed');
});

test('transfer: the caller is given another document, and the callee is hung up', async () => {
  const { patient, anna, ben, parent, engine, seconds, asked } = await talking({
    '/transfer': '<Dial><Client>ben</Client></Dial>',
  });
  assert.equal(engine.redirect(parent, at('/transfer')), 'ok');
  await seconds(1);
  assert.equal(anna.log.at(-1), 'ended: completed');
  assert.equal(ben.log.at(-1), 'ringing');
  ben.answer();
  await seconds(1);
  assert.equal(patient.log.at(-1), 'bridged: client:ben');
  // The first Dial's action is not asked: another document has taken its place.
  assert.ok(!asked.some(({ path }) => path === '/after'));
});

test('a caller on hold can be sent elsewhere; the queue says so', async () => {
  const { patient, parent, child, engine, seconds, told } = await talking({
    '/voicemail': '<Say>Leave a message.</Say>',
  });
  engine.redirect(child, at('/hold'));
  await seconds(5);
  engine.redirect(parent, at('/voicemail'));
  await seconds(1);
  assert.ok(patient.log.includes('say: Leave a message.'));
  assert.equal(told.find(({ path }) => path === '/left')?.parameters['QueueResult'], 'redirected');
});

test('a text of its own is carried out without asking anybody', async () => {
  const { patient, parent, engine, seconds } = await talking();
  engine.redirect(parent, { kind: 'twiml', text: '<Response><Say>We are closing.</Say></Response>' });
  await seconds(1);
  assert.ok(patient.log.includes('say: We are closing.'));
});

test('two changes in the same instant: the last one counts', async () => {
  const { patient, parent, engine, seconds } = await talking({ '/a': '<Say>A</Say>', '/b': '<Say>B</Say>' });
  engine.redirect(parent, at('/a'));
  engine.redirect(parent, at('/b'));
  await seconds(5);
  assert.ok(patient.log.includes('say: B'));
  assert.ok(!patient.log.includes('say: A'));
  assert.equal(patient.log.at(-1), 'ended: completed');
});

test('a callee taken elsewhere in the very instant of the yes is not connected as well', async () => {
  const s = scenario({
    '/voice': '<Dial action="/after"><Client url="/whisper">anna</Client></Dial>',
    '/whisper': '<Gather numDigits="1" action="/yes"/>',
    '/yes': '',
    '/after': '<Say>After.</Say>',
    '/aside': '<Say>Aside.</Say><Pause length="60"/>',
  });
  const patient = s.phone('+13125550101');
  const anna = s.phone('client:anna');
  await s.call(patient);
  await s.seconds(1);
  anna.answer();
  await s.seconds(1);
  anna.press('1');
  s.engine.redirect(anna.leg?.sid ?? '', at('/aside'));
  await s.seconds(5);
  assert.ok(anna.log.includes('say: Aside.'));
  assert.ok(!anna.log.some((line) => line.startsWith('bridged')));
  assert.equal(s.last('/after')?.['DialBridged'], 'false');
  assert.equal(patient.log.at(-1), 'ended: completed');
});

test('completing either leg ends both, once', async () => {
  for (const side of ['parent', 'child'] as const) {
    const s = await talking({ '/after': '<Hangup/>' });
    assert.equal(s.engine.complete(s[side]), 'ok');
    await s.seconds(1);
    assert.equal(s.patient.log.at(-1), 'ended: completed');
    assert.equal(s.anna.log.at(-1), 'ended: completed');
    assert.equal(s.engine.complete(s[side]), 'not-in-progress');
    assert.equal(s.told.filter(({ path }) => path === '/status').length, 1);
  }
});

test('what is not there or not answered cannot be changed', async () => {
  const s = scenario({ '/voice': '<Pause length="60"/>' });
  await s.call(s.phone('+13125550101'));
  const [call] = s.store.calls.list({});
  assert.equal(s.engine.redirect(call?.sid ?? '', at('/x')), 'not-in-progress');
  assert.equal(s.engine.redirect('CA00000000000000000000000000000000', at('/x')), 'not-found');
  assert.equal(s.engine.complete('CA00000000000000000000000000000000'), 'not-found');
});
