import assert from 'node:assert/strict';
import { createCipheriv, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createKeyring, derive, fingerprintOf } from './keyring.ts';

const key = (fill: number): Buffer => Buffer.alloc(32, fill);
const [first, second] = [key(1), key(2)];
const ringOf = (sealing: Uint8Array, ...others: Uint8Array[]) =>
  createKeyring([sealing, ...others], fingerprintOf(sealing));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (plain: Uint8Array): string => new TextDecoder().decode(plain);

/** As values were sealed before keys had names. */
const sealedUnnamed = (sealing: Uint8Array, plain: Uint8Array, context: string): Uint8Array => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(sealing, 'data at rest'), nonce).setAAD(
    Buffer.from(context),
  );
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body]);
};

test('what was sealed opens with that key and context, and with no other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), fc.nat(), (plain, context, at) => {
      const sealed = ringOf(first).encrypt(plain, context);
      assert.deepEqual(Buffer.from(ringOf(second, first).decrypt(sealed, context)), Buffer.from(plain));
      assert.throws(() => ringOf(second).decrypt(sealed, context));
      assert.throws(() => ringOf(first).decrypt(sealed, `${context} `));
      const altered = Uint8Array.from(sealed);
      altered[at % altered.length] = (altered[at % altered.length] ?? 0) ^ 1;
      assert.equal(ringOf(first).tryDecrypt(altered, context), null);
    }),
  );
});

test('what was sealed before keys had names opens with whichever key it was', () => {
  const sealed = sealedUnnamed(first, bytes('old'), 'row');
  assert.equal(text(ringOf(first).decrypt(sealed, 'row')), 'old');
  assert.equal(text(ringOf(second, first).decrypt(sealed, 'row')), 'old');
  assert.throws(() => ringOf(second).decrypt(sealed, 'row'));
});

test('a value says which key it is sealed with', () => {
  const ring = ringOf(first, second);
  const before = ring.mark();
  assert.deepEqual(Buffer.from(ring.encrypt(bytes('a'), 'row')).subarray(0, 9), before);
  ring.hold([second, first], fingerprintOf(second));
  assert.notDeepEqual(ring.mark(), before);
  assert.deepEqual(Buffer.from(ring.encrypt(bytes('a'), 'row')).subarray(0, 9), ring.mark());
});

test('a process without the key that is to seal seals nothing, and opens what it can', () => {
  const ring = ringOf(first);
  const sealed = ring.encrypt(bytes('a'), 'row');
  ring.hold([first], fingerprintOf(second));
  assert.equal(ring.current(), null);
  assert.throws(() => ring.encrypt(bytes('b'), 'row'), /does not have the new one/);
  assert.equal(text(ring.decrypt(sealed, 'row')), 'a');
});
