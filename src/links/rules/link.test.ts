import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf, hideCodes } from './link.ts';

const code = codeOf('Ab3dEf6hIj9lMn2pQr5tUv');

test('a code is nowhere left of, wherever the text is cut', () => {
  const text = `Confirm here: https://desk.example/l/${code}, or call us. https://desk.example/l/${code}`;
  assert.equal(
    hideCodes(text),
    'Confirm here: https://desk.example/l/…, or call us. https://desk.example/l/…',
  );
  fc.assert(
    fc.property(fc.nat(text.length), (end) => {
      assert.doesNotMatch(hideCodes(text.slice(0, end)), /\/l\/[A-Za-z0-9]/);
    }),
  );
});

test('what is no code stays', () => {
  for (const text of ['see /l/about us', 'and/or/l/x y', 'https://desk.example/list'])
    assert.equal(hideCodes(text), text);
});
