import { z } from 'zod';

/** Why a row was refused. A closed set: the page has words for each in both languages. */
export const refusalSchema = z.enum([
  'name-missing',
  'name-formula',
  'name-garbled',
  'birth-date-wrong',
  'birth-date-ambiguous',
  'birth-date-future',
  'number-impossible',
  'number-rounded',
  'email-wrong',
  'amount-wrong',
  'column-count',
  'not-readable',
  'matches-several',
  'patient-number-taken',
  'marked-wrong',
  'not-a-guardian',
  'patient-unknown',
  'patient-missing',
  'practitioner-missing',
  'start-missing',
  'time-wrong',
  'status-unknown',
]);
export type Refusal = z.infer<typeof refusalSchema>;

/** What was left out of a row that was taken. Never a reason to refuse it. */
export const remarkSchema = z.enum([
  'language-not-spoken',
  'gender-unknown',
  'birth-date-partial',
  'extensions-ignored',
  'numbers-no-longer-used',
  'identity-documents-left-out',
  'deceased',
  'second-practitioner',
  'end-assumed',
]);
export type Remark = z.infer<typeof remarkSchema>;

/** A refusal and the field it is about, as the report names it. */
export const faultSchema = z.object({ code: refusalSchema, field: z.string().nullable() });
export type Fault = z.infer<typeof faultSchema>;

/** Faults of one field: the row may be taken without that field when the person at the desk chooses so. */
const ofOneField: ReadonlySet<Refusal> = new Set([
  'birth-date-wrong',
  'birth-date-ambiguous',
  'birth-date-future',
  'number-impossible',
  'number-rounded',
  'email-wrong',
  'amount-wrong',
]);

export const isOfOneField = ({ code }: Fault): boolean => ofOneField.has(code);
