import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { edit, newHistory, pause, redo, undo } from './draft-history.ts';

const written = (text: string, purpose: Definition['purpose'] = 'care'): Definition => ({
  trigger: { events: ['PATIENT_CREATED'] },
  purpose,
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    { id: 'note', do: 'CREATE_CALL_NOTE', text },
    { id: 'sms', do: 'SEND_SMS', content: { text: { en: 'Hello' } } },
  ],
});
const textOf = ({ now }: { now: Definition }): string =>
  now.steps[0]?.do === 'CREATE_CALL_NOTE' ? now.steps[0].text : 'gone';

test('typing in one field is one step back, and the next field another', () => {
  const typed = ['H', 'He', 'Hel'].reduce(
    (history, text) => edit(history, written(text)),
    newHistory(written('')),
  );
  assert.equal(textOf(undo(typed)), '');
  const other = edit(edit(pause(typed), written('Hell')), written('Hello'));
  assert.equal(textOf(undo(other)), 'Hel');
  assert.equal(textOf(undo(undo(other))), '');
});

test('back and forward again, until something new is written', () => {
  const first = edit(newHistory(written('a')), { ...written('a'), steps: [] });
  const back = undo(first);
  assert.equal(textOf(back), 'a');
  assert.equal(textOf(redo(back)), 'gone');
  const anew = edit(back, written('b'));
  assert.equal(redo(anew), anew);
  assert.equal(undo(newHistory(written('a'))).now.steps.length, 2);
});

test('a change of several things at once is a step of its own', () => {
  const both = edit(edit(newHistory(written('')), written('a')), written('b', 'billing'));
  assert.equal(textOf(undo(both)), 'a');
});
