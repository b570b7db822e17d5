import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import twilio from 'twilio';
import { relayServer } from './testing/relay-server.ts';
import { scenario } from './testing/scenario.ts';

async function conversing(t: TestContext, attributes = 'welcomeGreeting="Hi there."') {
  const server = await relayServer();
  const s = scenario({
    '/voice': `<Connect action="/done"><ConversationRelay url="${server.url}" ${attributes}><Parameter name="patient" value="42"/></ConversationRelay></Connect>`,
    '/done': '<Say>A person comes.</Say><Pause length="60"/>',
  });
  t.after(async () => {
    await s.engine.close();
    server.close();
  });
  const patient = s.phone('+13125550101');
  await s.call(patient);
  /** Sockets need real time; the clock of the call stands still meanwhile. */
  const until = async (condition: () => boolean) => {
    for (let turn = 0; turn < 20_000 && !condition(); turn += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 2);
      });
      await s.seconds(0);
    }
    assert.ok(condition());
  };
  const types = () => server.got.map(({ type }) => type);
  await until(() => types().includes('setup'));
  return { ...s, server, patient, until, types };
}

test('the handshake is signed, and setup says who calls', async (t) => {
  const { server, patient } = await conversing(t);
  const signature = String(server.headers[0]?.['x-twilio-signature']);
  assert.ok(twilio.validateRequest('token', signature, server.url, {}));
  const setup = server.got[0];
  assert.equal(setup?.['callSid'], patient.leg?.sid);
  assert.equal(setup?.['from'], '+13125550101');
  assert.equal(setup?.['to'], '+13125550100');
  assert.deepEqual(setup?.['customParameters'], { patient: '42' });
});

test('words go to the server, its text is spoken, end hands over', async (t) => {
  const { server, patient, seconds, until, last } = await conversing(t);
  await until(() => patient.log.includes('say: Hi there.'));
  await seconds(2);
  patient.say('I have toothache');
  await until(() => server.got.at(-1)?.type === 'prompt');
  assert.equal(server.got.at(-1)?.['voicePrompt'], 'I have toothache');
  server.send({ type: 'text', token: 'I am sorry to hear that. ', last: false });
  server.send({ type: 'text', token: 'One moment.', last: true });
  server.send({ type: 'end', handoffData: '{"reason":"pain"}' });
  await until(() => patient.log.some((line) => line.includes('sorry')));
  await seconds(10);
  await until(() => last('/done') !== undefined);
  assert.match(patient.log.join(' '), /sorry to hear that\..*One moment\./);
  assert.equal(last('/done')?.['SessionStatus'], 'ended');
  assert.equal(last('/done')?.['HandoffData'], '{"reason":"pain"}');
  assert.match(last('/done')?.['SessionId'] ?? '', /^VX/);
  assert.ok(patient.log.includes('say: A person comes.'));
});

test('a caller who speaks over the voice interrupts it; the server learns how far it got', async (t) => {
  const { server, patient, seconds, until } = await conversing(t, '');
  server.send({ type: 'text', token: '0123456789012345678901234567', last: true });
  await until(() => patient.log.at(-1)?.startsWith('say') ?? false);
  await seconds(1);
  patient.say('Wait');
  await until(() => server.got.at(-1)?.type === 'prompt');
  const interrupt = server.got.at(-2);
  assert.equal(interrupt?.type, 'interrupt');
  assert.equal(interrupt?.['utteranceUntilInterrupt'], '01234567890123');
  assert.equal(interrupt?.['durationUntilInterruptMs'], 1000);
});

test('what may not be interrupted is not', async (t) => {
  const { server, patient, seconds, until, types } = await conversing(t, 'interruptible="none"');
  server.send({ type: 'text', token: 'This call is recorded for training.', last: true });
  await until(() => patient.log.at(-1)?.startsWith('say') ?? false);
  await seconds(1);
  patient.say('Wait');
  await seconds(3);
  patient.say('Hello?');
  await until(() => types().includes('prompt'));
  assert.deepEqual(types(), ['setup', 'prompt']);
  assert.equal(server.got[1]?.['voicePrompt'], 'Hello?');
});

test('keys are sent only where they were asked for', async (t) => {
  const without = await conversing(t);
  without.patient.press('1');
  without.patient.say('x');
  await without.until(() => without.types().includes('prompt'));
  assert.ok(!without.types().includes('dtmf'));
  const having = await conversing(t, 'dtmfDetection="true"');
  having.patient.press('1');
  await having.until(() => having.types().includes('dtmf'));
});

test('a frame that is not understood is answered with an error', async (t) => {
  const { server, until, types } = await conversing(t);
  server.sendText('{"type":"dance"}');
  server.sendText('not json');
  await until(() => types().filter((type) => type === 'error').length === 2);
});

test('a dropped socket hands the caller to the action', async (t) => {
  const { server, patient, until, last } = await conversing(t);
  server.drop();
  await until(() => last('/done') !== undefined);
  assert.equal(last('/done')?.['SessionStatus'], 'failed');
  assert.equal(last('/done')?.['ErrorCode'], '64105');
  assert.ok(patient.log.includes('say: A person comes.'));
});

test('a server that cannot be reached does too', async () => {
  const s = scenario({
    '/voice': '<Connect action="/done"><ConversationRelay url="ws://127.0.0.1:9/relay"/></Connect>',
    '/done': '<Hangup/>',
  });
  await s.call(s.phone('+13125550101'));
  for (let turn = 0; turn < 20_000 && !s.last('/done'); turn += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
    await s.seconds(0);
  }
  assert.equal(s.last('/done')?.['SessionStatus'], 'failed');
  assert.equal(s.last('/done')?.['ErrorCode'], '64102');
});

test('a caller who hangs up ends the session', async (t) => {
  const { server, patient, until, last } = await conversing(t);
  patient.hangUp();
  await until(() => !server.connected());
  assert.equal(last('/done')?.['SessionStatus'], 'completed');
});
