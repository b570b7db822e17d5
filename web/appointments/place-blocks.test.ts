import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeBlocks } from './place-blocks.ts';

const lanesOf = (...spans: [number, number][]) =>
  placeBlocks(spans.map(([from, until], index) => ({ id: String(index), from, until }))).map(
    ({ id, lane, lanes }) => `${id}:${lane}/${lanes}`,
  );

test('what follows each other has the whole width, what overlaps shares it', () => {
  assert.deepEqual(lanesOf([540, 570], [570, 600]), ['0:0/1', '1:0/1']);
  assert.deepEqual(lanesOf([540, 600], [570, 630], [700, 730]), ['0:0/2', '1:1/2', '2:0/1']);
  assert.deepEqual(lanesOf([540, 700], [550, 560], [570, 600]), ['0:0/2', '1:1/2', '2:1/2']);
  assert.deepEqual(lanesOf(), []);
});

test('two that overlap never stand in one lane, and nobody is lost', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 5, max: 200 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), (list) => {
      const placed = placeBlocks(
        list.map(([from, length], id) => ({ id: String(id), from, until: from + length })),
      );
      assert.equal(placed.length, list.length);
      for (const one of placed) {
        assert.ok(one.lane < one.lanes);
        for (const other of placed)
          if (one.id !== other.id && one.from < other.until && other.from < one.until) {
            assert.notEqual(one.lane, other.lane);
            assert.equal(one.lanes, other.lanes);
          }
      }
    }),
  );
});
