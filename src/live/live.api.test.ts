import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const miriam = 'miriam.schaefer@praxis-am-park.example';

const listen = async (email: string, clinicId: string) => {
  const abort = new AbortController();
  const answer = await fetch(`${app.url}/api/v1/clinics/${clinicId}/live`, {
    headers: { authorization: `Bearer ${await app.tokenOf(email)}` },
    signal: abort.signal,
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    answer,
    close: () => abort.abort(),
    until: async (text: string): Promise<string> => {
      while (!heard.includes(text)) {
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        heard += value;
      }
      return heard;
    },
  };
};

test('a change in the clinic reaches its open portals, and nobody else', async () => {
  const here = await listen(olivia, english.id);
  const there = await listen(miriam, german.id);
  assert.equal(here.answer.status, 200);
  assert.match(here.answer.headers.get('content-type')!, /^text\/event-stream/);
  assert.equal(here.answer.headers.get('x-accel-buffering'), 'no');
  assert.equal(here.answer.headers.get('x-content-type-options'), 'nosniff');

  const switchTo = (email: string, clinicId: string, available: boolean) =>
    app.as(email, 'PUT', `/api/v1/clinics/${clinicId}/my/availability`, { available });
  await switchTo(olivia, english.id, false);
  assert.match(await here.until('event: staff'), /event: staff\ndata: \{"id":"[0-9a-f-]{36}"\}\n\n/);
  await switchTo(miriam, german.id, false);
  const heardThere = await there.until('event: staff');
  assert.equal(heardThere.match(/event: /g)?.length, 1);
  here.close();
  there.close();
});

test('a stream needs a member', async () => {
  const signedOut = await fetch(`${app.url}/api/v1/clinics/${english.id}/live`);
  assert.equal(signedOut.status, 401);
  const stranger = await app.as(miriam, 'GET', `/api/v1/clinics/${english.id}/live`);
  assert.equal(stranger.status, 404);
});

test('an open stream does not keep the server from stopping', async () => {
  const second = await startDemoApp();
  const response = await second.as(olivia, 'GET', `/api/v1/clinics/${second.clinics[0].id}/live`);
  await second.close();
  assert.match(await response.text(), /hello/);
});
