import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { languageSchema } from '../../../clinics/rules/language.ts';
import { checkTemplate, fillTemplate } from '../../../messages/rules/template-engine.ts';
import { countSegments } from '../../../messages/rules/segments.ts';
import { exampleValues } from '../../../messages/rules/template-variables.ts';
import { definitionFaults, isAboutAppointments } from '../check-definition.ts';
import { definitionSchema, type Definition } from '../definition.ts';
import { programOf } from '../program.ts';
import { channelsOf, contentOf, isSend } from '../send.ts';
import type { Localized, Step } from '../steps.ts';
import { gallery } from './gallery.ts';

const languages = languageSchema.options;
const stepsOf = (definition: Definition): Step[] =>
  [...programOf(definition).places.values()].map(({ step }) => step);
const aboutOf = (definition: Definition) => (isAboutAppointments(definition) ? 'appointment' : 'patient');

const textsOf = (step: Step): Localized[] => {
  if (step.do === 'MAKE_PHONE_CALL') return [step.script, step.machineMessage!];
  const content = isSend(step) ? contentOf(step) : null;
  if (content === null) return [];
  assert.ok('text' in content, 'no template of a clinic');
  return [content.text, ...(content.subject ? [content.subject] : [])];
};

const faultsOf = (definition: Definition): string[] => [
  ...definitionFaults(definition).map(({ step, code }) => `${step} ${code}`),
  ...stepsOf(definition).flatMap((step) =>
    textsOf(step).flatMap((text) =>
      languages.flatMap((language) =>
        checkTemplate(text[language]!, aboutOf(definition), language).map((fault) =>
          fault.fault === 'unknown-variable' ? fault.variable : fault.detail,
        ),
      ),
    ),
  ),
];

test('every key is there once', () => {
  const keys = gallery.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
});

for (const entry of gallery)
  describe(entry.key, () => {
    const definition = entry.definition.en;
    const steps = stepsOf(definition);

    test('is sound, and every variable is known', () => {
      for (const language of languages) {
        const one = entry.definition[language];
        assert.deepEqual(definitionSchema.parse(one), one);
        assert.deepEqual(faultsOf(one), []);
      }
    });

    test('says in both languages, in two sentences, what it does', () => {
      for (const language of languages) {
        assert.ok(entry.name[language] && entry.forWhom[language]);
        assert.equal(entry.says[language].split(/[.!?] (?=[A-ZÄÖÜ])/u).length, 2, entry.says[language]);
      }
    });

    test('speaks both languages in every text', () => {
      for (const text of steps.flatMap(textsOf)) {
        assert.ok(text.en && text.de);
        assert.notEqual(text.en, text.de);
        // Whoever gets it knows from whom, and how to answer.
        if (text.en.length > 60)
          assert.ok(languages.every((one) => text[one]!.includes('{{ clinic.name }}')));
      }
    });

    test('has text messages of one segment, and calls of less than a minute', () => {
      for (const step of steps)
        for (const language of languages) {
          const about = aboutOf(definition);
          // As long as they get, but for names that are longer still.
          const filled = (text: Localized): string | null =>
            fillTemplate(text[language]!, exampleValues(about, language));
          if (isSend(step) && channelsOf(step).includes('sms')) {
            const { segments, encoding, length } = countSegments(filled(textsOf(step)[0]!)!);
            assert.deepEqual([encoding, segments], ['GSM-7', 1], `${step.id} ${language} ${length}`);
          }
          // Ten letters a second is slow speech; healthcare calls may take a minute in the United States.
          if (step.do === 'MAKE_PHONE_CALL')
            assert.ok(filled(step.script)!.length < 600, `${step.id} ${language}`);
        }
    });

    test('offers every key that it takes, and the way out of calls', () => {
      for (const step of steps)
        if (step.do === 'MAKE_PHONE_CALL') {
          assert.equal(step.keys['9'], 'do-not-call');
          for (const key of Object.keys(step.keys)) {
            assert.match(step.script.en!, new RegExp(`press ${key}`));
            assert.match(step.script.de!, new RegExp(`die ${key}`));
          }
          assert.match(JSON.stringify(step.machineMessage), /clinic\.name.*clinic\.phone/);
          assert.doesNotMatch(JSON.stringify(step.machineMessage), /patient|appointment|plan|payment/);
        }
    });
  });
