import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTemplate, fillTemplate, variablesIn } from './template-engine.ts';

const check = (text: string) => checkTemplate(text, 'appointment', 'en').map(({ fault }) => fault);
/** Twice as long with each round: what costs, costs much. */
const grown = (text: string, rounds: number): string =>
  `{% assign x = '${text}' %}{% for i in (1..${rounds}) %}{% assign x = x | append: x %}{% endfor %}`;

test('what stands in a name is text, whatever it looks like', () => {
  const values = { patient: { first_name: '{{ clinic.name }}{% if 1 %}<b>' } };
  assert.equal(fillTemplate('Hi {{ patient.first_name }}', values), 'Hi {{ clinic.name }}{% if 1 %}<b>');
});

test('a text reaches nothing but the values it is given', () => {
  for (const path of [
    'patient.constructor',
    'patient.__proto__.polluted',
    'constructor',
    'patient.first_name.at',
  ])
    assert.deepEqual(check(`{{ ${path} }}`), ['unknown-variable'], path);
  assert.equal(fillTemplate('{{ patient.constructor }}', { patient: { first_name: 'Anna' } }), null);
  for (const tag of ['include "x"', 'render "x"', 'layout "x"', 'increment x', 'tablerow x in (1..2)'])
    assert.deepEqual(check(`{% ${tag} %}`), ['cannot-be-read'], tag);
});

test('a text that would cost without end is refused, not filled in', () => {
  const costly = {
    'a long loop': '{% for i in (1..100000000) %}x{% endfor %}',
    'loops in loops': `${'{% for i in (1..900) %}'.repeat(4)}${'{% endfor %}'.repeat(4)}`,
    'a text that replaces itself': `${grown('a', 13)}{{ x | replace: 'a', x | size }}`,
    'a date with a width': "{{ 'now' | date: '%900000000d' }}",
    'brackets in brackets': `{{ ${'a['.repeat(3000)}1${']'.repeat(3000)} }}`,
    'brackets that never close': '{% if '.concat('('.repeat(9000), '1..2 %}x{% endif %}'),
  };
  for (const [what, text] of Object.entries(costly)) {
    assert.ok(check(text).includes('cannot-be-read'), what);
    assert.deepEqual(
      variablesIn(text).filter((name) => name.length > 100),
      [],
      what,
    );
  }
});

test('brackets that somebody writes are read', () => {
  assert.deepEqual(check("{{ patient['first_name'] }} [[see [our] page]]"), []);
  assert.deepEqual(variablesIn('{{ patient.first_name }}'), ['patient.first_name']);
});
