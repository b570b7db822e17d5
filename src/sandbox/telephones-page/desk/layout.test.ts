import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstLayout, type Layout, type LayoutAction, nextLayout } from './layout.ts';

const empty: Layout = { open: [], inHand: null, panel: null, view: 'shelf', tabs: {} };

const after = (...actions: LayoutAction[]): Layout => actions.reduce(nextLayout, empty);
const open = (number: string, before?: string): LayoutAction =>
  before === undefined ? { type: 'open', number } : { type: 'open', number, before };

test('an opened telephone lies at the end of the desk, in the hand', () => {
  const layout = after(open('A'), open('B'));
  assert.deepEqual([layout.open, layout.inHand, layout.view], [['A', 'B'], 'B', 'desk']);
  assert.deepEqual(after(open('A'), open('B'), open('A')).open, ['A', 'B']);
});

test('a dragged telephone lies before the one it was dropped on', () => {
  assert.deepEqual(after(open('A'), open('B'), open('C', 'A')).open, ['C', 'A', 'B']);
  assert.deepEqual(after(open('A'), open('B'), open('B', 'A')).open, ['B', 'A']);
  assert.deepEqual(after(open('A'), open('B'), open('A', 'A')).open, ['A', 'B']);
});

test('moving stops at both edges', () => {
  const two = [open('A'), open('B')];
  assert.deepEqual(after(...two, { type: 'move', number: 'A', by: 1 }).open, ['B', 'A']);
  assert.deepEqual(after(...two, { type: 'move', number: 'A', by: -1 }).open, ['A', 'B']);
  assert.deepEqual(after(...two, { type: 'move', number: 'B', by: 1 }).open, ['A', 'B']);
});

test('putting one back takes the last of the others, and the last one shows the shelf', () => {
  assert.equal(after(open('A'), open('B'), { type: 'close', number: 'B' }).inHand, 'A');
  const none = after(open('A'), { type: 'close', number: 'A' });
  assert.deepEqual([none.inHand, none.view], [null, 'shelf']);
});

test('an address may name the telephones to begin with', () => {
  const layout = firstLayout(new URL('http://localhost/telephones/?open=+13125550101,%2B493012345'));
  assert.deepEqual(layout.open, ['+13125550101', '+493012345']);
  assert.deepEqual(firstLayout(new URL('http://localhost/telephones/')).open, []);
});
