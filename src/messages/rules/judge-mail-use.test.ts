import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isByPerson, type MailUse } from './judge-mail-use.ts';

const person: MailUse = {
  method: 'GET',
  userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1',
  purpose: '',
  sinceSent: Temporal.Duration.from({ minutes: 3 }),
};

const cases: [string, Partial<MailUse>, boolean][] = [
  ['a telephone, minutes later', {}, true],
  [
    'a picture that a mail service fetches for its reader',
    { userAgent: 'Mozilla/5.0 (via ggpht.com GoogleImageProxy)' },
    true,
  ],
  ['a look without taking', { method: 'HEAD' }, false],
  ['a browser that loads ahead', { purpose: 'prefetch;prerender' }, false],
  ['a scanner that says so', { userAgent: 'Mozilla/5.0 Proofpoint URL Defense' }, false],
  ['a preview in a chat', { userAgent: 'WhatsApp/2.24 A' }, false],
  ['a program without a name', { userAgent: '' }, false],
  ['a library', { userAgent: 'python-requests/2.32' }, false],
  ['the moment in which it arrives', { sinceSent: Temporal.Duration.from({ seconds: 4 }) }, false],
  ['before we know that it has left', { sinceSent: null }, false],
];
for (const [name, use, expected] of cases)
  test(`${name}: ${expected ? 'a person' : 'no person'}`, () => {
    assert.equal(isByPerson({ ...person, ...use }), expected);
  });
