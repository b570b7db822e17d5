import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import { changeEverywhere } from './change-voicemail.ts';

const message = (id: string, status: VoicemailView['status']) => ({ id, status }) as VoicemailView;
const heard = message('a', 'heard');

test('one message', () => assert.equal(changeEverywhere(message('a', 'new'), heard), heard));

test('a page and pages', () => {
  const page = { items: [message('a', 'new'), message('b', 'new')], nextCursor: null, newCount: 2 };
  assert.deepEqual(changeEverywhere(page, heard), { ...page, items: [heard, message('b', 'new')] });
  const pages = { pages: [page], pageParams: [null] };
  assert.deepEqual(changeEverywhere(pages, heard), {
    pages: [{ ...page, items: [heard, message('b', 'new')] }],
    pageParams: [null],
  });
});

test('an answer without the message stays the very same object', () => {
  const page = { items: [message('b', 'new')], nextCursor: null, newCount: 1 };
  assert.equal(changeEverywhere(page, heard), page);
  assert.equal(changeEverywhere(undefined, heard), undefined);
});
