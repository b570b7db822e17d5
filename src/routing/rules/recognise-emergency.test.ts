import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { recogniseEmergency } from './recognise-emergency.ts';

const wordIn = (text: string, own = {}): string | null => recogniseEmergency(text, own)?.word ?? null;

const emergencies: [string, string][] = [
  ['My gum is bleeding and it won’t stop.', 'bleeding'],
  ['My gum bleeds all the time', 'bleeding'],
  ["I can't stop the bleeding", 'bleeding'],
  ['it does not stop bleeding', 'bleeding'],
  ['I have severe pain on the left side', 'severe pain'],
  ['the pain is really severe', 'severe pain'],
  ['severe tooth pains since yesterday', 'severe pain'],
  ['My face is swollen', 'swollen'],
  ['There is a swelling under my eye', 'swelling'],
  ['We had an accident on the playground.', 'accident'],
  ['His tooth was knocked right out', 'knocked-out tooth'],
  ['He has a knocked out front tooth', 'knocked-out tooth'],
  ['I cannot swallow any more', 'cannot swallow'],
  ['No, it is bleeding again', 'bleeding'],
  ['no it is bleeding again', 'bleeding'],
  ['not only swelling, but bleeding too', 'bleeding'],
  ['This is an EMERGENCY', 'emergency'],
  ['Ich habe sehr starke Schmerzen', 'starke Schmerzen'],
  ['mit starken Zahnschmerzen', 'starke Schmerzen'],
  ['Die Schmerzen sind stark', 'starke Schmerzen'],
  ['Es blutet seit einer Stunde', 'blutet'],
  ['Die Nachblutung hört nicht auf', 'Blutung'],
  ['es hört nicht auf zu bluten', 'blutet'],
  ['Meine Backe ist geschwollen', 'geschwollen'],
  ['zwei Schwellungen am Kiefer', 'Schwellung'],
  ['Wir hatten einen Fahrradunfall', 'Unfall'],
  ['Ihm wurde ein Zahn ausgeschlagen', 'ausgeschlagener Zahn'],
  ['zwei ausgeschlagene Zähne', 'ausgeschlagener Zahn'],
  ['Ich habe keine Schmerzen, aber es blutet', 'blutet'],
  ['keine Schmerzen aber es blutet stark', 'blutet'],
  ['Das ist ein Notfall!', 'Notfall'],
  ['Sie kann nicht schlucken', 'kann nicht schlucken'],
];

const harmless = [
  '',
  'I would like to move my appointment to Thursday',
  'There is no bleeding any more',
  'It is not bleeding',
  "it isn't bleeding and I don't have any swelling",
  'it isnt bleeding',
  'no pain and no swelling',
  'I never had severe pain',
  'without bleeding',
  'This is not an emergency',
  'I accidentally deleted your reminder',
  'a little pain when I chew',
  'the bill was a severe surprise. A pain, really',
  'Es ist keine Blutung mehr da',
  'Es blutet nicht mehr',
  'keine starken Schmerzen',
  'ohne Schwellung',
  'Das ist kein Notfall',
  'Ich möchte einen Termin zur Zahnreinigung',
  'Es geht um meine Unfallversicherung',
  'Der Zahn tut etwas weh',
];

describe('what is an emergency by the built-in words', () => {
  for (const [said, word] of emergencies) test(`“${said}”`, () => assert.equal(wordIn(said), word));
});

describe('what is none', () => {
  for (const said of harmless) test(`“${said}”`, () => assert.equal(wordIn(said), null));
});

test('a clinic’s own words replace the built-in ones of their language', () => {
  const own = { en: ['loose bracket'] };
  assert.equal(wordIn('my brackets came loose', own), 'loose bracket');
  assert.equal(wordIn('there is bleeding', own), null);
  assert.equal(wordIn('es blutet', own), 'blutet', 'the other language keeps its words');
  assert.equal(wordIn('es blutet', { en: [], de: [] }), null);
});

test('any text can be looked through, and what is said without a no is found in it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      recogniseEmergency(before, { en: [after], de: [before] });
      assert.equal(
        wordIn(`${before}. There was an accident. ${after}`, { de: [], en: ['accident'] }),
        'accident',
      );
    }),
  );
});
