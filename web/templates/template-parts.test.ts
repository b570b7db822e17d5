import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fullestParts, templateParts } from './template-parts.ts';

const words = (text: string) => ({ is: 'words', text }) as const;
const variable = (name: string) => ({ is: 'variable', name }) as const;

test('a text is words and the places that are filled in', () => {
  assert.deepEqual(templateParts('Hello {{ patient.first_name }}!'), [
    words('Hello '),
    variable('patient.first_name'),
    words('!'),
  ]);
  assert.deepEqual(templateParts('{{ recipient.salutation | default: "" }}'), [
    variable('recipient.salutation'),
  ]);
  assert.deepEqual(templateParts(''), []);
});

test('what stands there only sometimes is marked', () => {
  assert.deepEqual(templateParts('{% if plan.link %}{{ plan.link }}{% else %}soon{% endif %}.'), [
    { is: 'if', name: 'plan.link' },
    variable('plan.link'),
    { is: 'else' },
    words('soon'),
    { is: 'end' },
    words('.'),
  ]);
});

test('with everything there, the ways taken instead are not read', () => {
  assert.deepEqual(
    fullestParts('A {% if plan.link %}B{% if plan.name %}C{% else %}D{% endif %}{% else %}E{% endif %} F'),
    [words('A '), words('B'), words('C'), words(' F')],
  );
});

test('no text is lost or refused, however unfinished', () => {
  const pieces = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    ' if ',
    ' endif ',
    'plan.link',
    'Hello',
    ' ',
    '\n',
    '{',
    '%',
  );
  fc.assert(
    fc.property(fc.array(pieces), (chosen) => {
      const text = chosen.join('');
      const shown = templateParts(text);
      assert.ok(shown.every((part) => part.is !== 'words' || text.includes(part.text)));
      if (!text.includes('}}') && !text.includes('%}'))
        assert.equal(shown.map((part) => (part.is === 'words' ? part.text : '?')).join(''), text);
    }),
  );
});
