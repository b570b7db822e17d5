import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startSandboxWorld } from '../../test/fixtures/sandbox-customer.ts';

const ANNA = '+13125550111';

describe('calls by the official SDK', () => {
  it('places a call, which rings, is answered, hears the document, and reports in order', async (t) => {
    const { client, customer, number, telephones, sandbox } = await startSandboxWorld(t);
    await telephones('PUT', `/handsets/${ANNA}`, { name: 'Anna', role: 'patient' });
    customer.on('/answered', '<Say>Hello Anna</Say><Pause length="2"/>');
    const placed = await client.calls.create({
      to: ANNA,
      from: number,
      url: customer.url('/answered?x=1'),
      statusCallback: customer.url('/status'),
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    });
    assert.match(placed.sid, /^CA[0-9a-f]{32}$/);
    assert.equal(placed.status, 'queued');
    assert.equal(placed.direction, 'outbound-api');
    assert.equal(placed.accountSid, sandbox.accountSid);

    await customer.until(({ form }) => form['CallStatus'] === 'ringing');
    await telephones('POST', `/handsets/${ANNA}/answer`, {});
    const document = await customer.until(({ path }) => path === '/answered');
    assert.equal(document.query['x'], '1');
    assert.equal(document.form['CallStatus'], 'in-progress');
    assert.equal(document.form['Direction'], 'outbound-api');

    const last = await customer.until(({ form }) => form['CallStatus'] === 'completed');
    assert.match(last.form['Timestamp'] ?? '', /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
    const told = customer.at('/status').map(({ form }) => [form['SequenceNumber'], form['CallStatus']]);
    assert.deepEqual(told, [
      ['0', 'initiated'],
      ['1', 'ringing'],
      ['2', 'in-progress'],
      ['3', 'completed'],
    ]);
    assert.equal(last.form['CallbackSource'], 'call-progress-events');
    assert.equal(last.form['SipResponseCode'], '200');

    const ended = await client.calls(placed.sid).fetch();
    assert.equal(ended.status, 'completed');
    assert.equal(ended.to, ANNA);
    assert.equal(ended.from, number);
    assert.equal(ended.duration, last.form['CallDuration']);
    assert.ok(Number(ended.duration) >= 2);
    assert.ok(ended.startTime && ended.endTime && ended.startTime <= ended.endTime);
  });

  it('runs the Twiml it was given, and takes back a call that rings', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    await telephones('PUT', `/handsets/${ANNA}`, { name: 'Anna', role: 'patient' });
    const call = await client.calls.create({
      to: ANNA,
      from: number,
      twiml: '<Response><Say>Hi</Say></Response>',
      statusCallback: customer.url('/status'),
      statusCallbackEvent: ['ringing', 'completed'],
    });
    await customer.until(({ form }) => form['CallStatus'] === 'ringing');
    await client.calls(call.sid).update({ status: 'canceled' });
    const last = await customer.until(({ form }) => form['CallStatus'] === 'canceled');
    assert.equal(last.form['SequenceNumber'], '1');
    assert.equal((await client.calls(call.sid).fetch()).status, 'canceled');
    await assert.rejects(client.calls(call.sid).update({ status: 'completed' }), {
      status: 400,
      code: 21220,
    });
  });

  it('gives a running call another document, and hangs up', async (t) => {
    const { client, customer, number, telephones } = await startSandboxWorld(t);
    await telephones('PUT', `/handsets/${ANNA}`, { name: 'Anna', role: 'patient' });
    customer.on('/voice', '<Say>Welcome</Say><Pause length="600"/>');
    customer.on('/hold', '<Pause length="600"/>');
    const { callSid } = await telephones('POST', `/handsets/${ANNA}/dial`, { to: number });
    await customer.until(({ path }) => path === '/voice');
    await until(async () => (await client.calls(callSid).fetch()).status === 'in-progress');
    await client.calls(callSid).update({ url: customer.url('/hold'), method: 'GET' });
    const held = await customer.until(({ path }) => path === '/hold');
    assert.equal(held.method, 'GET');
    assert.equal(held.query['CallSid'], callSid);
    await client.calls(callSid).update({ status: 'completed' });
    const call = await client.calls(callSid).fetch();
    assert.equal(call.status, 'completed');
    assert.equal(call.direction, 'inbound');
  });

  it('answers a call to the number with the document of its voice URL', async (t) => {
    const { customer, number, telephones, sandbox } = await startSandboxWorld(t);
    await telephones('PUT', `/handsets/${ANNA}`, { name: 'Anna', role: 'patient' });
    customer.on('/voice', '<Gather numDigits="1" action="/menu"><Say>Press one</Say></Gather>');
    customer.on('/menu', '<Say>Thank you</Say>');
    await telephones('POST', `/handsets/${ANNA}/dial`, { to: number, forwardedFrom: '+13125559999' });
    const asked = await customer.until(({ path }) => path === '/voice');
    assert.equal(asked.form['From'], ANNA);
    assert.equal(asked.form['To'], number);
    assert.equal(asked.form['Direction'], 'inbound');
    assert.equal(asked.form['ForwardedFrom'], '+13125559999');
    assert.equal(asked.form['AccountSid'], sandbox.accountSid);
    assert.equal(asked.form['ApiVersion'], '2010-04-01');
    await until(async () => (await telephones('GET', `/handsets/${ANNA}`)).call?.collecting === 'digits');
    await telephones('POST', `/handsets/${ANNA}/keys`, { digits: '1' });
    const menu = await customer.until(({ path }) => path === '/menu');
    assert.equal(menu.form['Digits'], '1');
  });

  it('lists calls by number, state and time, page by page, without losing any that came meanwhile', async (t) => {
    const { client, number } = await startSandboxWorld(t);
    const place = (to: string) =>
      client.calls.create({ to, from: number, twiml: '<Response/>', timeout: 600 });
    const sids: string[] = [];
    for (let index = 0; index < 5; index += 1) sids.push((await place(`+1312555020${index}`)).sid);

    const first = await client.calls.page({ pageSize: 2 });
    const late = await place('+13125550299');
    const second = await first.nextPage();
    const third = await second?.nextPage();
    const seen = [first, second, third].flatMap((page) => page?.instances.map(({ sid }) => sid) ?? []);
    assert.deepEqual(seen, sids.toReversed());
    assert.equal(await third?.nextPage(), undefined);

    assert.equal((await client.calls.list({ limit: 4, pageSize: 3 })).length, 4);
    const [found] = await client.calls.list({ to: '+13125550299' });
    assert.equal(found?.sid, late.sid);
    assert.deepEqual(await client.calls.list({ status: 'busy' }), []);
    const hour = 3_600_000;
    const now = late.dateCreated.getTime();
    const since = await client.calls.list({
      startTimeAfter: new Date(now - hour),
      to: sids.length ? '+13125550200' : '',
    });
    assert.deepEqual(
      since.map(({ sid }) => sid),
      [sids[0]],
    );
    assert.deepEqual(await client.calls.list({ startTimeAfter: new Date(now + hour) }), []);
    assert.equal((await client.calls.list({ startTimeBefore: new Date(now + hour) })).length, 6);
  });

  it('records a voicemail that can be listed, fetched, heard, read and deleted', async (t) => {
    const { client, customer, number, telephones, sandbox } = await startSandboxWorld(t);
    await telephones('PUT', `/handsets/${ANNA}`, { name: 'Anna', role: 'patient' });
    customer.on(
      '/voice',
      '<Record maxLength="60" playBeep="false" action="/recorded" recordingStatusCallback="/recording"/>',
    );
    const { callSid } = await telephones('POST', `/handsets/${ANNA}/dial`, { to: number });
    await telephones('POST', `/handsets/${ANNA}/record`, {
      words: 'Please call me back',
      seconds: 4,
      wait: 20,
    });
    const done = await customer.until(({ path }) => path === '/recording');
    assert.equal(done.form['RecordingStatus'], 'completed');
    assert.equal(done.form['RecordingSource'], 'RecordVerb');
    const recordingSid = done.form['RecordingSid'] ?? '';
    assert.equal(
      done.form['RecordingUrl'],
      `${sandbox.baseUrl}/2010-04-01/Accounts/${sandbox.accountSid}/Recordings/${recordingSid}`,
    );
    const action = await customer.until(({ path }) => path === '/recorded');
    assert.equal(action.form['RecordingDuration'], '4');

    const [listed] = await client.recordings.list({ callSid });
    assert.equal(listed?.sid, recordingSid);
    assert.deepEqual(
      (await client.calls(callSid).recordings.list()).map(({ sid }) => sid),
      [recordingSid],
    );
    const recording = await client.recordings(recordingSid).fetch();
    assert.equal(recording.duration, '4');
    assert.equal(recording.status, 'completed');
    const [transcription] = await client.recordings(recordingSid).transcriptions.list();
    assert.equal(transcription?.transcriptionText, 'Please call me back');

    const authorization = `Basic ${Buffer.from(`${sandbox.accountSid}:${sandbox.authToken}`).toString('base64')}`;
    const media = await fetch(`${done.form['RecordingUrl']}.wav`, { headers: { authorization } });
    const wav = Buffer.from(await media.arrayBuffer());
    assert.equal(media.headers.get('content-type'), 'audio/x-wav');
    assert.equal(wav.subarray(0, 4).toString('latin1'), 'RIFF');
    assert.equal((await fetch(`${done.form['RecordingUrl']}.wav`)).status, 401);

    await client.recordings(recordingSid).remove();
    await assert.rejects(client.recordings(recordingSid).fetch(), { status: 404, code: 20404 });
    assert.equal(
      (await fetch(`${done.form['RecordingUrl']}.wav`, { headers: { authorization } })).status,
      404,
    );
  });
});

/** Asks again and again, with the other work in between. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}
