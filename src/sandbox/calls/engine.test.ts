import assert from 'node:assert/strict';
import test from 'node:test';
import { scenario } from './testing/scenario.ts';

test('a caller chooses from a menu, talks with a person, and both hear the end', async () => {
  const s = scenario({
    '/voice': '<Gather action="/chosen" numDigits="1"><Say>Press 1 for billing.</Say></Gather>',
    '/chosen':
      '<Dial action="/done"><Client statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed">anna</Client></Dial>',
    '/done': '<Hangup/>',
  });
  const patient = s.phone('+13125550101');
  const anna = s.phone('client:anna');
  await s.call(patient);
  await s.seconds(1);
  patient.press('1');
  await s.seconds(1);
  anna.answer();
  await s.seconds(60);
  patient.say('My invoice is wrong.');
  anna.say('Let me look.');
  await s.seconds(5);
  anna.hangUp();
  await s.seconds(1);

  assert.deepEqual(patient.log, [
    'ringing',
    'connected',
    'collecting: digits',
    'say: Press 1 for billing.',
    'collecting: nothing',
    'bridged: client:anna',
    'speech: Let me look.',
    'unbridged',
    'ended: completed',
  ]);
  assert.deepEqual(anna.log, [
    'ringing',
    'connected',
    'bridged: +13125550101',
    'speech: My invoice is wrong.',
    'unbridged',
    'ended: completed',
  ]);
  assert.equal(s.last('/chosen')?.['Digits'], '1');
  const done = s.last('/done');
  assert.equal(done?.['DialCallStatus'], 'completed');
  assert.equal(done?.['DialBridged'], 'true');
  assert.deepEqual(
    s.told
      .filter(({ path }) => path === '/leg')
      .map(({ parameters: p }) => `${p['SequenceNumber']} ${p['CallStatus']}`),
    ['0 initiated', '1 ringing', '2 in-progress', '3 completed'],
  );
  assert.equal(s.last('/status')?.['CallStatus'], 'completed');
  await s.engine.close();
});
