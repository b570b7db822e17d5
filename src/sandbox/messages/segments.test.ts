import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countSegments } from './segments.ts';

const table: readonly (readonly [title: string, body: string, segments: number])[] = [
  ['one GSM part', 'a'.repeat(160), 1],
  ['one character more', 'a'.repeat(161), 2],
  ['two full GSM parts', 'a'.repeat(306), 2],
  ['three GSM parts', 'a'.repeat(307), 3],
  ['umlauts are GSM', 'ä'.repeat(160), 1],
  ['an euro sign takes two places', '€'.repeat(80), 1],
  ['81 of them do not fit', '€'.repeat(81), 2],
  ['no part ends inside an escape', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['one UCS-2 part', 'ш'.repeat(70), 1],
  ['one character more of UCS-2', 'ш'.repeat(71), 2],
  ['one emoji makes it UCS-2', `${'a'.repeat(69)}😀`, 2],
  ['no part ends inside an emoji', '😀'.repeat(36), 2],
  ['empty', '', 1],
];

describe('countSegments', () => {
  for (const [title, body, segments] of table) it(title, () => assert.equal(countSegments(body), segments));
});
