import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoryEntry } from './calls.query.ts';
import { entryGist, shortTitle } from './entry-gist.ts';

const gist = (kind: StoryEntry['kind'], title: string, detail: Record<string, unknown>): string =>
  entryGist({ kind, title, detail });

test('a verb shows what is said, whom it calls, where it goes', () => {
  assert.equal(gist('verb', 'Say', { verb: 'Say', text: 'Press 1', loop: 1 }), 'Press 1');
  const targets = [
    { kind: 'number', number: '+1312' },
    { kind: 'client', identity: 'dana' },
  ];
  assert.equal(gist('verb', 'Dial', { targets, action: { url: '/done' } }), '+1312, dana');
  assert.equal(gist('verb', 'Record', { action: { url: '/done' }, maxLength: 60 }), '/done');
  assert.equal(gist('verb', 'Hangup', { verb: 'Hangup' }), '');
});

test('a request shows what is new in it', () => {
  const parameters = { CallSid: 'CA1', CallStatus: 'in-progress', Digits: '1' };
  assert.equal(gist('webhook-request', 'POST http://x/menu', { parameters }), '1');
  assert.equal(
    gist('webhook-request', 'POST http://x/voice', { parameters: { CallStatus: 'ringing' } }),
    'ringing',
  );
});

test('what the title says already is not said twice, and an answer is its document', () => {
  assert.equal(gist('event', 'Rings at +1312', { number: '+1312' }), '');
  assert.equal(gist('event', 'Rings', { number: '+1312' }), '+1312');
  assert.equal(gist('webhook-response', '200 after 2 ms', { body: '<Response/>', message: 'x' }), '');
});

test('an address in a title is cut to its path', () => {
  assert.equal(shortTitle('POST http://127.0.0.1:3000/api/voice?clinic=1&call=2'), 'POST /api/voice?…');
  assert.equal(shortTitle('POST https://clinic.example/voice'), 'POST /voice');
  assert.equal(shortTitle('GET http://clinic.example'), 'GET /');
  assert.equal(shortTitle('200 after 2 ms'), '200 after 2 ms');
});
