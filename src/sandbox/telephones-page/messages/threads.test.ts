import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextMessage } from './messages.query.ts';
import { threadsOf } from './threads.ts';

const ANNA = '+13125550101';
const message = (from: string, to: string, createdAt: number): TextMessage => ({
  sid: `SM${createdAt}`,
  from,
  to,
  createdAt,
  body: '',
  status: 'delivered',
  errorMessage: null,
});

test('one thread for each other party, the newest thread first, each from old to new', () => {
  const threads = threadsOf(ANNA, [
    message('+1100', ANNA, 30),
    message(ANNA, '+1200', 20),
    message(ANNA, '+1100', 10),
    message('+1200', ANNA, 40),
  ]);
  assert.deepEqual(
    threads.map((thread) => [thread.with, thread.messages.map(({ createdAt }) => createdAt)]),
    [
      ['+1200', [20, 40]],
      ['+1100', [10, 30]],
    ],
  );
});
