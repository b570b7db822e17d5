import assert from 'node:assert/strict';
import test from 'node:test';
import { EventFeed } from './event-feed.ts';
import { CLINIC, runningCarrier } from './testing/running-carrier.ts';

test('readers get what came after the number they name, of one address or of all', () => {
  const feed = new EventFeed(() => 7);
  feed.publish('a', { type: 'ringing' });
  feed.publish('b', { type: 'ringing' });
  feed.publish('a', { type: 'ended' });
  assert.deepEqual(
    feed.after(0, 'a').map(({ seq }) => seq),
    [1, 3],
  );
  assert.deepEqual(
    feed.after(1, null).map(({ seq }) => seq),
    [2, 3],
  );
  assert.deepEqual(feed.after(3, null), []);
  assert.equal(feed.after(0, 'a')[0]?.at, 7);
});

test('a reader who waits is woken by its address only, and leaves nothing behind', async () => {
  const feed = new EventFeed(() => 0);
  const patience = new AbortController();
  const waiting = feed.wait(0, 'a', patience.signal);
  feed.publish('b', { type: 'ringing' });
  feed.publish('a', { type: 'ended' });
  assert.deepEqual(
    (await waiting).map(({ seq }) => seq),
    [2],
  );
  const inVain = feed.wait(2, 'a', patience.signal);
  patience.abort(new Error('enough'));
  assert.deepEqual(await inVain, []);
});

test('old items are dropped, the numbers go on', () => {
  const feed = new EventFeed(() => 0);
  for (let index = 0; index < 50_000; index += 1) feed.publish('a', { type: 'heard' });
  const kept = feed.after(0, null);
  assert.ok(kept.length >= 20_000 && kept.length <= 40_000);
  assert.equal(kept.at(-1)?.seq, 50_000);
  assert.deepEqual(
    feed.after(49_998, null).map(({ seq }) => seq),
    [49_999, 50_000],
  );
});

test('over HTTP: a long poll waits for the next event, a stream gets them as they come', async (t) => {
  const carrier = await runningCarrier({ '/voice': () => '<Say>Hello.</Say>' });
  t.after(() => carrier.close());
  const at = '/handsets/%2B13125550101';
  const poll = carrier.http('GET', `${at}/events?after=0&wait=5`);
  await carrier.http('POST', `${at}/dial`, { to: CLINIC });
  const { body } = await poll;
  assert.equal(body.events[0].type, 'connected');
  assert.ok(body.next >= 1);

  const stop = new AbortController();
  const stream = await fetch(`${carrier.url}/telephones/api${at}/events?after=0`, {
    headers: { accept: 'text/event-stream' },
    signal: stop.signal,
  });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('"ended"')) text += (await reader?.read())?.value ?? '';
  stop.abort();
  assert.match(text, /^id: 1\ndata: \{"seq":1,/);
  assert.match(text, /"kind":"say","text":"Hello\."/);
});
