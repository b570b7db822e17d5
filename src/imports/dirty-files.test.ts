// Dirt as it arrives: whole files over HTTP, read and imported, and then what stands in the database.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { dirtyCells, type Expected } from '../../test/fixtures/csv-dirt.ts';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { importsIn } from './import-on-trial.ts';
import type { Field } from './rules/columns.ts';

const app = await startDemoApp();
// The table of dirt knows only one today.
app.clock.advance({ hours: 24 });
const imports = importsIn(app, app.clinics[0].id, 'daniel.brooks@lakeside.example');

type Stored = {
  number: string;
  familyName: string;
  givenName: string;
  birthDate: string | null;
  mobile: string | null;
  email: string | null;
  balance: number;
  language: string | null;
  gender: string | null;
  country: string | null;
  tags: string | null;
  note: string | null;
};

/** Everybody whose patient number begins like this, with the parts that a file can fill. */
const stored = async (prefix: string): Promise<Map<string, Stored>> => {
  const { rows } = await imports.inClinic((trx) =>
    sql<Stored>`SELECT i.value AS number, p.family_name AS "familyName", p.given_name AS "givenName",
        p.birth_date::text AS "birthDate", p.balance_cents AS balance, p.language, p.gender, p.country,
        (SELECT string_agg(phone_number, ' ' ORDER BY phone_number) FROM patient_phone_numbers n WHERE n.patient_id = p.id) AS mobile,
        (SELECT min(e.email) FROM patient_emails e WHERE e.patient_id = p.id) AS email,
        (SELECT string_agg(tag, '|' ORDER BY tag) FROM patient_tags t WHERE t.patient_id = p.id) AS tags,
        (SELECT min(body) FROM patient_notes o WHERE o.patient_id = p.id) AS note
      FROM patient_identifiers i JOIN patients p ON p.id = i.patient_id
      WHERE p.clinic_id = ${trx.clinicId} AND i.value LIKE ${`${prefix}-%`}`.execute(trx),
  );
  return new Map(rows.map((row) => [row.number, row]));
};

const quoted = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

const columns: Partial<Record<Field, string>> = {
  patientNumber: 'Patient no',
  familyName: 'Last name',
  birthDate: 'DOB',
  mobile: 'Mobile',
  email: 'E-mail',
  balance: 'Balance',
  language: 'Language',
  gender: 'Gender',
  country: 'Country',
  tags: 'Tags',
  note: 'Note',
};
const fields = Object.keys(columns) as (keyof typeof columns)[];

/** Those that mean the same in every file of this clinic; each in a row of its own, beside a good name. */
const rows = dirtyCells
  .filter(([field, , , change]) => field in columns && field !== 'patientNumber' && change === undefined)
  .map(([field, cell, expected], index) => ({ field, cell, expected, number: `Dirt-${index}` }));

const valueOf = (person: Stored, field: Field): Expected => person[field as keyof Stored];

/** What is not said stands as nothing: no debt, no tags. Several values come in the order of the table's. */
const kept = (field: Field, expected: Expected): Expected => {
  if (field === 'balance') return expected ?? 0;
  if (typeof expected !== 'string') return expected;
  const between = { mobile: ' ', tags: '|' }[field as string];
  return between === undefined ? expected : expected.split(between).toSorted().join(between);
};

test(`one file with ${rows.length} kinds of dirt: what is refused is explained, what is taken is right, and nothing is half there`, async () => {
  assert.ok(rows.length >= 150);
  const file = [
    quoted(Object.values(columns)),
    ...rows.map(({ field, cell, number }) =>
      quoted(
        fields.map((one) =>
          one === field ? cell : ({ patientNumber: number, familyName: number }[one as string] ?? ''),
        ),
      ),
    ),
  ].join('\r\n');
  const one = await imports.read(file, 'dirt.csv');
  assert.deepEqual(one.mapping, fields);
  const done = await imports.run(one.id);
  const people = await stored('Dirt');
  const findings = new Map((await imports.findings(one.id)).map(({ row, faults }) => [row, faults]));
  for (const [index, { field, cell, expected, number }] of rows.entries()) {
    const said = `${field} ${JSON.stringify(cell.slice(0, 40))}`;
    const person = people.get(number);
    const faults = findings.get(index + 2);
    if (expected !== null && typeof expected === 'object') {
      assert.equal(faults?.[0]?.code, expected.refused, said);
      assert.equal(person, undefined, `${said} was refused and is there`);
    } else {
      assert.equal(faults, undefined, said);
      assert.ok(person, `${said} was taken and is not there`);
      assert.deepEqual(valueOf(person, field), kept(field, expected), said);
    }
  }
  const refused = rows.filter(({ expected }) => expected !== null && typeof expected === 'object').length;
  assert.deepEqual([done.tally.refused, done.tally.added], [refused, rows.length - refused]);
});

const bytesOf = (text: string, encoding: string): Uint8Array<ArrayBuffer> => {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le');
    return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes);
  }
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (character) => byteOf.get(character)!);
};

const western = [
  ['Müller', 'Jürgen', 'Schöne Grüße'],
  ['Groß', 'Zoë', 'Größe 1,80'],
  ['Lefèvre', 'François', 'déjà vu'],
];
const polish = [
  ['Wiśniewski', 'Łukasz', 'proszę dzwonić później'],
  ['Gąsior', 'Małgorzata', 'boi się zastrzyków, mówić głośno'],
  ['Źrebiec', 'Święcisława', 'życzy sobie przypomnień'],
];
const russian = [
  ['Иванов', 'Пётр', 'просит звонить только после обеда'],
  ['Смирнова', 'Наталья', 'боится уколов, говорить громко'],
  ['Кузнецов', 'Алексей', 'нужен переводчик при первом приёме'],
];
const encoded: [string, string[][], string?][] = [
  ['utf-8', western],
  ['utf-8', western, '\ufeff'],
  ['utf-8', russian],
  ['utf-16le', western, '\ufeff'],
  ['utf-16le', western],
  ['utf-16be', western, '\ufeff'],
  ['utf-16be', western],
  ['windows-1252', western],
  ['macintosh', western],
  ['windows-1250', polish],
  ['iso-8859-2', polish],
  ['windows-1251', russian],
];

for (const [index, [encoding, people, mark = '']] of encoded.entries()) {
  test(`names stay whole in ${encoding}${mark === '' ? '' : ' with a byte order mark'} (${people[0]![0]})`, async () => {
    const text = [
      'Patient no;Nachname;Vorname;Bemerkung',
      ...people.map((cells, row) => [`Code${index}-${row}`, ...cells].join(';')),
    ].join('\r\n');
    const one = await imports.read(bytesOf(mark + text, encoding), 'names.csv');
    await imports.run(one.id);
    const found = await stored(`Code${index}`);
    assert.deepEqual(
      people.map((_, row) => {
        const { familyName, givenName, note } = found.get(`Code${index}-${row}`)!;
        return [familyName, givenName, note];
      }),
      people,
      `read as ${one.format?.encoding}`,
    );
  });
}

const shapes: Record<string, string> = {
  'commas, Windows lines': 'Patient no,Last name,First name\r\nX-1,Hart,Ann\r\nX-2,Berg,Bo\r\n',
  'semicolons, Unix lines': 'Patient no;Last name;First name\nX-1;Hart;Ann\nX-2;Berg;Bo\n',
  'tabs, old Macintosh lines': 'Patient no\tLast name\tFirst name\rX-1\tHart\tAnn\rX-2\tBerg\tBo\r',
  'bars, no last line break': 'Patient no|Last name|First name\nX-1|Hart|Ann\nX-2|Berg|Bo',
  'says its separator': 'sep=;\r\nPatient no;Last name;First name\r\nX-1;Hart;Ann\r\nX-2;Berg;Bo\r\n',
  'blank rows before, between and after':
    '\r\n;;\r\nPatient no;Last name;First name\r\n\r\nX-1;Hart;Ann\r\n;;\r\nX-2;Berg;Bo\r\n\r\n\r\n',
  'a separator at each end': 'Patient no,Last name,First name,\nX-1,Hart,Ann,\nX-2,Berg,Bo,\n',
  'everything in quotes': '"Patient no","Last name","First name"\n"X-1","Hart","Ann"\n"X-2","Berg","Bo"\n',
  'quotes with separators and line breaks':
    'Patient no,Last name,First name,Note\nX-1,Hart,Ann,"one, two\nthree"\nX-2,Berg,Bo,"she said ""hi"""\n',
  'rows that end early': 'Patient no,Last name,First name,Mobile,Note\nX-1,Hart,Ann\nX-2,Berg,Bo,,\n',
  'blanks around everything':
    ' Patient no ; Last name ; First name \n X-1 ; Hart ; Ann \n X-2 ; Berg ; Bo \n',
  'headers shouted, columns in another order': 'FIRST NAME;PATIENT NO;LAST NAME\nAnn;X-1;Hart\nBo;X-2;Berg\n',
  'columns that nobody knows': 'Patient no;Foo;Last name;Bar;First name\nX-1;1;Hart;2;Ann\nX-2;;Berg;;Bo\n',
};
for (const [name, text] of Object.entries(shapes)) {
  test(`the shape of a file does not matter: ${name}`, async () => {
    const prefix = `Shape${Object.keys(shapes).indexOf(name)}`;
    const one = await imports.read(text.replaceAll('X-', `${prefix}-`), 'shape.csv');
    const { tally } = await imports.run(one.id);
    const found = await stored(prefix);
    assert.deepEqual([tally.added, tally.refused], [2, 0]);
    assert.deepEqual(
      [1, 2].map((row) => [
        found.get(`${prefix}-${row}`)?.givenName,
        found.get(`${prefix}-${row}`)?.familyName,
      ]),
      [
        ['Ann', 'Hart'],
        ['Bo', 'Berg'],
      ],
    );
  });
}

type Came = Partial<Record<'added' | 'updated' | 'skipped' | 'refused', number>>;
const twice: [string, string[], Came, ('update' | 'skip' | 'add')?][] = [
  [
    'the same row twice',
    ['7,Ott,Ida,1980-01-02,3125550170', '7,Ott,Ida,1980-01-02,3125550170'],
    { added: 1, updated: 1 },
  ],
  [
    'the same row twice, skipped',
    ['7,Ott,Ida,1980-01-02,', '7,Ott,Ida,1980-01-02,'],
    { added: 1, skipped: 1 },
    'skip',
  ],
  ['one number, two people', ['7,Ott,Ida,1980-01-02,', '7,Pahl,Jon,1991-05-06,'], { added: 1, refused: 1 }],
  [
    'one number, a name that was spelt better',
    ['7,Ot,Ida,1980-01-02,', '7,Ott,Ida,1980-01-02,'],
    { added: 1, updated: 1 },
  ],
  ['two numbers, all else the same', ['7,Ott,Ida,1980-01-02,', '8,Ott,Ida,1980-01-02,'], { added: 2 }],
  [
    'no numbers, same name and birth date',
    [',Ott,Ida,1980-01-02,', ',Ott,Ida,02.01.1980,'],
    { added: 1, updated: 1 },
  ],
  [
    'same name, same telephone, no birth date',
    [',Ott,Ida,,312 555 0171', ',Ott,Ida,,(312) 555-0171'],
    { added: 1, updated: 1 },
  ],
  ['same name and nothing else', [',Ott,Ida,,', ',Ott,Ida,,'], { added: 2 }],
  ['same name, other birth date', [',Ott,Ida,1980-01-02,', ',Ott,Ida,1982-03-04,'], { added: 2 }],
  ['twins', [',Ott,Ida,1980-01-02,3125550172', ',Ott,Ina,1980-01-02,3125550172'], { added: 2 }],
  ['accents and capitals', [',MÜLLER,Zoe,1980-01-02,', ',Müller,Zoë,1980-01-02,'], { added: 1, updated: 1 }],
  [
    'the second of two is refused',
    [',Ott,Ida,1980-01-02,', ',Ott,Ida,1980-02-31,'],
    { added: 1, refused: 1 },
  ],
];
for (const [index, [name, lines, came, onDuplicate = 'update']] of twice.entries()) {
  test(`twice in one file: ${name}`, async () => {
    // A letter of its own for each case, so that they do not find each other.
    const mark = String.fromCodePoint(97 + index).repeat(3);
    const text = lines.map((line) =>
      line.replace(
        /^(\d?),(\p{L}+)/u,
        (_, number: string, family: string) => `${number && `${mark}-${number}`},${mark}${family}`,
      ),
    );
    const one = await imports.read(
      ['Patient no,Last name,First name,DOB,Mobile', ...text].join('\n'),
      'twice.csv',
    );
    await imports.change(one.id, { choices: { onDuplicate } });
    const { tally } = await imports.run(one.id);
    const { added, updated, skipped, refused } = tally;
    assert.deepEqual(
      { added, updated, skipped, refused },
      { added: 0, updated: 0, skipped: 0, refused: 0, ...came },
    );
    const people = (await imports.patients()).filter(({ family_name }) => family_name.startsWith(mark));
    assert.equal(people.length, came.added);
  });
}
