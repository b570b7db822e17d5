import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keywordOf } from './keyword.ts';

const table = [
  ['STOP', 'stop'],
  [' stop\n', 'stop'],
  ['Cancel', 'stop'],
  ['OPTOUT', 'stop'],
  ['please stop', null],
  ['STOP.', null],
  ['yes', 'start'],
  ['UNSTOP', 'start'],
  ['Yes please', null],
  ['HELP', 'help'],
  ['info', 'help'],
  ['', null],
] as const;

describe('keywordOf', () => {
  for (const [body, keyword] of table) {
    it(`${JSON.stringify(body)} is ${keyword ?? 'no keyword'}`, () => assert.equal(keywordOf(body), keyword));
  }
});
