import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import test from 'node:test';
import { rememberedAudio, secondsOf } from './audio-length.ts';
import { speechWav } from './speech-wav.ts';

test('WAV, µ-law and MP3 play as long as their bytes say', async () => {
  assert.equal(secondsOf(await speechWav('', 3), 'audio/wav'), 3);
  assert.equal(secondsOf(new Uint8Array(16_000), 'audio/basic'), 2);
  const mp3 = new Uint8Array(32_000);
  mp3.set([0xff, 0xfb, 0x90, 0x00]);
  assert.equal(secondsOf(mp3, 'audio/mpeg'), 2);
  const tagged = new Uint8Array(32_000 + 10 + 130);
  tagged.set([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 1, 2]);
  tagged.set([0xff, 0xfb, 0x90, 0x00], 140);
  assert.equal(secondsOf(tagged, 'audio/mpeg'), 2);
});

test('a file is fetched once; one that is not there has no length', async (t) => {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    response.statusCode = request.url === '/there' ? 200 : 404;
    response.setHeader('content-type', 'audio/basic');
    response.end(Buffer.alloc(8000));
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'string' ? 0 : address?.port}`;
  const length = rememberedAudio();
  assert.equal((await length(`${url}/there`, {}))?.ms, 1000);
  assert.equal((await length(`${url}/there`, {}))?.ms, 1000);
  assert.equal(asked, 1);
  assert.equal(await length(`${url}/gone`, {}), null);
  assert.equal(await length('http://127.0.0.1:9/', {}), null);
});
