import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Language } from '../../clinics/rules/language.ts';
import type { Recorded, Spoken } from '../../routing/rules/routing-snapshot.ts';
import { optionOf } from '../../routing/rules/snapshot-on-trial.ts';
import { emergencySteps, notInServiceSteps } from './emergency.ts';
import { optionText, promptsIn, announcementIn, type Prompts } from './prompts.ts';

/** Every prompt with and without what may be left out of it. */
const textsIn = (language: 'en' | 'de'): Record<string, string[]> => {
  const prompts = promptsIn(language);
  const read: { [K in keyof Prompts]: string[] } = {
    greeting: [prompts.greeting('CLINIC')],
    menuOption: [prompts.menuOption('LABEL', '7')],
    notUnderstood: [prompts.notUnderstood],
    connecting: [prompts.connecting(null), prompts.connecting('DEPARTMENT')],
    allBusy: [prompts.allBusy],
    voicemail: [prompts.voicemail('CLINIC', null), prompts.voicemail('CLINIC', 'DEPARTMENT')],
    closed: [prompts.closed('CLINIC')],
    thanks: [prompts.thanks],
    nothingHeard: [prompts.nothingHeard],
    nobodyThere: [prompts.nobodyThere],
    whisper: [prompts.whisper(null), prompts.whisper('DEPARTMENT')],
    outboundWhisper: [prompts.outboundWhisper],
    notAnswered: [prompts.notAnswered],
    trouble: [prompts.trouble],
  };
  return read;
};
const [en, de] = [textsIn('en'), textsIn('de')];

describe('both languages', () => {
  test('have every prompt, in sentences, and none is left untranslated', () => {
    assert.deepEqual(Object.keys(promptsIn('en')).toSorted(), Object.keys(en).toSorted());
    assert.deepEqual(Object.keys(promptsIn('de')).toSorted(), Object.keys(en).toSorted());
    for (const name of Object.keys(en))
      for (const [index, english] of en[name]!.entries()) {
        const german = de[name]![index]!;
        for (const text of [english, german]) {
          assert.match(text, /^[A-ZÄÖÜ].*[.!?]$/, name);
          assert.doesNotMatch(text, /undefined|null|\{|\}| {2}/, name);
        }
        assert.notEqual(german, english, name);
      }
  });

  test('say the names and the key that they are given, and no other', () => {
    for (const texts of [en, de]) {
      assert.match(texts['greeting']![0]!, /CLINIC/);
      assert.match(texts['closed']![0]!, /CLINIC/);
      assert.match(texts['menuOption']![0]!, /LABEL.*7/);
      assert.match(texts['voicemail']![1]!, /CLINIC.*DEPARTMENT|DEPARTMENT.*CLINIC/);
      assert.doesNotMatch(texts['voicemail']![0]!, /DEPARTMENT/);
      for (const name of ['connecting', 'whisper']) {
        assert.doesNotMatch(texts[name]![0]!, /DEPARTMENT/);
        assert.match(texts[name]![1]!, /DEPARTMENT/);
      }
      for (const name of ['whisper', 'outboundWhisper', 'allBusy'])
        for (const text of texts[name]!) assert.match(text, /press 1\b|drücken Sie die 1\b/i, name);
    }
  });
});

describe('German', () => {
  const own = [
    ...emergencySteps('incoming', {}),
    ...emergencySteps('voicemail', { RecordingSid: 'x' }),
    ...notInServiceSteps,
  ].flatMap((step) => (step.do === 'say' && step.language === 'de' ? [step.text] : []));
  const all = [...Object.values(de).flat(), ...own];

  test('is in the polite form throughout', () => {
    for (const text of all) assert.doesNotMatch(text, /\b(du|dich|dir|dein\w*|euch|euer|ihr)\b/i, text);
    // An order to the caller is "drücken Sie", never "drück(e)" or "drückt".
    for (const text of all)
      for (const [verb] of text.matchAll(
        /\b(drücken|bleiben|sprechen|rufen|hinterlassen|nennen)\b(?! Sie)/giu,
      ))
        assert.match(text, new RegExp(`Sie [^.]*${verb}|Wir ${verb}`, 'iu'), `${verb}: ${text}`);
    assert.ok(all.filter((text) => /\b(Sie|Ihnen|Ihr|Ihre|Ihren)\b/.test(text)).length >= 8);
  });

  test('is spelled in German letters', () => {
    for (const text of all) assert.doesNotMatch(text, /\b(fuer|druecken|Wiederhoeren|koennen)\b/i);
  });
});

describe('the clinic’s own words', () => {
  test('win; a missing language takes the other; blank is none', () => {
    const said = (text: Spoken, language: Language) =>
      announcementIn(language, { text, recordings: {} }, 'ours').text;
    assert.equal(said({ en: 'A', de: 'B' }, 'de'), 'B');
    assert.equal(said({ en: 'A' }, 'de'), 'A');
    assert.equal(said({ de: 'B' }, 'en'), 'B');
    assert.equal(said({ en: ' ' }, 'en'), 'ours');
    assert.equal(said({}, 'en'), 'ours');
    assert.equal(said({ en: '', de: 'B' }, 'en'), 'B', 'a blank does not hide the words in the other');
  });

  test('a recording wins in its language, the caller’s language over the other', () => {
    const heard = (text: Spoken, recordings: Recorded, language: Language) => {
      const { text: words, recording } = announcementIn(language, { text, recordings }, 'ours');
      return recording === undefined ? words : `${recording}: ${words}`;
    };
    assert.equal(heard({ en: 'A' }, { en: 'tape' }, 'en'), 'tape: A');
    assert.equal(heard({ en: 'A' }, { de: 'tape' }, 'en'), 'A');
    assert.equal(heard({}, { de: 'tape' }, 'en'), 'tape: ours');
    assert.equal(heard({ de: 'B' }, { de: 'tape' }, 'en'), 'tape: B');
  });

  test('an option without a text of its own is read from its label in the caller’s language', () => {
    const option = optionOf('4', { type: 'menu' }, { label: 'Labor', spoken: { en: 'Four.' } });
    assert.equal(optionText(option, 'en'), 'Four.');
    assert.equal(optionText(option, 'de'), 'Für Labor drücken Sie die 4.');
    assert.equal(optionText({ ...option, spoken: { de: ' ' } }, 'de'), 'Für Labor drücken Sie die 4.');
  });
});
