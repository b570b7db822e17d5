import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canSave, draftOf, emptyForm, formOf } from './template-draft.ts';
import { exampleTemplate } from '../../src/messages/rules/template-views.ts';

test('what is not written is not sent, and a text message has no subject', () => {
  const form = {
    ...emptyForm,
    name: 'A',
    texts: { en: { subject: 'S', body: 'Hello' }, de: { subject: 'T', body: ' ' } },
  };
  assert.deepEqual(draftOf(form).texts, { en: { subject: null, body: 'Hello' } });
  assert.deepEqual(draftOf({ ...form, channel: 'email' }).texts, { en: { subject: 'S', body: 'Hello' } });
});

test('a name and a text are needed', () => {
  assert.equal(canSave(emptyForm), false);
  assert.equal(canSave({ ...emptyForm, name: 'A' }), false);
  assert.equal(canSave(formOf(exampleTemplate)), true);
});

test('opened and saved without a change, it is the same', () => {
  const { name, channel, purpose, about, texts } = exampleTemplate;
  assert.deepEqual(draftOf(formOf(exampleTemplate)), { name, channel, purpose, about, texts });
});
