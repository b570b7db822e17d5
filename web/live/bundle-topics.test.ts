import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Topic } from '../../src/live/live.api.ts';
import { bundleTopics } from './bundle-topics.ts';

const desk = () => {
  const delivered: Topic[][] = [];
  const due: (() => void)[] = [];
  const note = bundleTopics((topics) => delivered.push([...topics]), 300, {
    set: (action) => due.push(action),
  });
  return { delivered, note, pass: () => due.shift()?.() };
};

test('the first update is passed on at once', () => {
  const { delivered, note } = desk();
  note('calls');
  assert.deepEqual(delivered, [['calls']]);
});

test('updates in the pause are passed on together when it ends, none is lost', () => {
  const { delivered, note, pass } = desk();
  note('calls');
  for (let index = 0; index < 99; index++) note('calls');
  note('staff');
  assert.equal(delivered.length, 1);
  pass();
  assert.deepEqual(delivered, [['calls'], ['calls', 'staff']]);
});

test('after a pause without updates the next one is passed on at once again', () => {
  const { delivered, note, pass } = desk();
  note('calls');
  pass();
  note('voicemails');
  assert.deepEqual(delivered, [['calls'], ['voicemails']]);
});
