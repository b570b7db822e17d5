import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import twilio from 'twilio';
import { webhookSignature } from './signature.ts';

const form = {
  CallSid: 'CA1234567890ABCDE',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
  Caller: '+14158675309',
};

const vectors = [
  {
    title: 'the documented example',
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
    form,
    signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
  },
  {
    title: 'a fragment is not signed',
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2#rc=2',
    form,
    signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
  },
];

describe('webhookSignature', () => {
  for (const { title, url, form: parameters, signature } of vectors) {
    it(title, () => assert.equal(webhookSignature('12345', url, parameters), signature));
  }

  it('is what the official validator expects, whatever the parameters', () => {
    const parameters = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), parameters, (url, given) => {
        const signature = webhookSignature('token', url, given);
        assert.ok(twilio.validateRequest('token', signature, url, given));
        assert.ok(!twilio.validateRequest('other token', signature, url, given));
      }),
    );
  });
});
