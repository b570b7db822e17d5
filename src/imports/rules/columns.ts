import { z } from 'zod';

/** What a column can hold. `ignore`: it is not imported. */
export const fieldSchema = z.enum([
  'ignore',
  'patientNumber',
  'fullName',
  'familyName',
  'givenName',
  'title',
  'birthDate',
  'mobile',
  'phone',
  'workPhone',
  'email',
  'language',
  'gender',
  'street',
  'postalCode',
  'city',
  'country',
  'balance',
  'tags',
  'note',
]);
export type Field = z.infer<typeof fieldSchema>;

/** Fields that several columns may fill together. */
const severalColumns: ReadonlySet<Field> = new Set([
  'ignore',
  'mobile',
  'phone',
  'workPhone',
  'note',
  'tags',
]);

const words: Record<Exclude<Field, 'ignore'>, string> = {
  patientNumber:
    'patientnumber patientno patientid patnr patientennr patientennummer patientnr externalid mrn chartnumber chart accountnumber kartennummer karteinummer id nummer nr number kundennummer customerid',
  fullName: 'name fullname patientname patient patientenname namevorname fullnamelastfirst displayname',
  familyName: 'lastname familyname surname nachname familienname name2 zuname last namelast',
  givenName: 'firstname givenname vorname forename rufname first given vornamen namefirst',
  title: 'title titel prefix akademischertitel namenszusatz',
  birthDate:
    'birthdate dateofbirth dob birthday geburtsdatum gebdatum geburtstag geb gebdat geborenam born bdate',
  mobile:
    'mobile mobilephone cell cellphone mobil mobiltelefon handy handynummer mobilnummer cellnumber mobilenumber telefonmobil phonemobile sms',
  phone:
    'phone phonenumber telephone tel telefon telefonnummer rufnummer homephone phonehome telefonprivat privat telprivat festnetz telefon1 phone1 phone2 telefon2 primaryphone landline',
  workPhone:
    'workphone phonework officephone telefonarbeit telefondienstlich dienstlich telefongeschaeftlich geschaeftlich businessphone',
  email: 'email emailaddress mail emailadresse mailadresse emailprivat',
  language: 'language sprache preferredlanguage lang muttersprache korrespondenzsprache',
  gender: 'gender sex geschlecht anrede salutation',
  street:
    'street strasse address address1 adresse addressline1 streetaddress strassehausnummer strassehausnr strassenr anschrift',
  postalCode: 'zip zipcode postalcode postcode plz postleitzahl',
  city: 'city town ort wohnort stadt',
  country: 'country land',
  balance: 'balance amountdue outstanding saldo offenerbetrag offen kontostand balancedue',
  tags: 'tags tag labels kategorie category group gruppe merkmale',
  note: 'note notes comment comments bemerkung bemerkungen notiz notizen kommentar memo remarks hinweis',
};

const fieldOf = new Map(
  Object.entries(words).flatMap(([field, list]) =>
    list.split(' ').map((word) => [word, field as Field] as const),
  ),
);

/** "Geb.-Datum" and "geb datum" are the same word. */
const plainWord = (header: string): string =>
  header
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');

/** What the values of one column look like, counted over the whole file. */
export const columnSchema = z.object({
  name: z.string(),
  filled: z.number().int(),
  emails: z.number().int(),
  dates: z.number().int(),
  dayFirst: z.number().int().describe('dates that can only have the day first'),
  monthFirst: z.number().int(),
  eitherOrder: z.number().int(),
  numbers: z.number().int().describe('telephone numbers'),
});
export type Column = z.infer<typeof columnSchema>;

const mostly = (count: number, of: number): boolean => of > 0 && count / of >= 0.6;

const byValues = ({ filled, emails, dates, numbers }: Column): Field => {
  if (mostly(emails, filled)) return 'email';
  if (mostly(dates, filled)) return 'birthDate';
  return mostly(numbers, filled) ? 'phone' : 'ignore';
};

/** The field of each column, by its header in English or German, else by what it holds. Each field once, unless several make sense. */
export const guessMapping = (columns: readonly Column[], hasHeader: boolean): Field[] => {
  const taken = new Set<Field>();
  const take = (field: Field): Field => {
    if (taken.has(field) && !severalColumns.has(field)) return 'ignore';
    taken.add(field);
    return field;
  };
  const byHeader = columns.map(({ name }) => take(fieldOf.get(plainWord(name)) ?? 'ignore'));
  // "Name" beside "Vorname" is the family name.
  const named = byHeader.map((field) =>
    field === 'fullName' && taken.has('givenName') && !taken.has('familyName') ? 'familyName' : field,
  );
  // With a header, a date that is not called one is the last visit or the like.
  return named.map((field, index) => {
    if (field !== 'ignore') return field;
    const guess = byValues(columns[index]!);
    return hasHeader && guess === 'birthDate' ? 'ignore' : take(guess);
  });
};

/** True when these cells name columns: a known word among them, and nothing that is a value. */
export const looksLikeHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => fieldOf.has(plainWord(cell))) && !cells.some((cell) => /@|\d{4,}/.test(cell));

/** The same header is the same file from the same system: its mapping is remembered under this. */
export const headerSignature = (columns: readonly Column[]): string =>
  columns.map(({ name }) => plainWord(name)).join('|');

/** What is wrong with a mapping; null: it can be started. */
export const mappingFault = (mapping: readonly Field[]): 'no-name' | 'field-twice' | null => {
  const used = mapping.filter((field) => !severalColumns.has(field));
  if (new Set(used).size < used.length) return 'field-twice';
  return used.includes('familyName') || used.includes('fullName') ? null : 'no-name';
};
