import { z } from 'zod';
import type { Language } from '../../clinics/rules/language.ts';

const faultCodeSchema = z.enum([
  'name-missing',
  'name-twice',
  'email-wrong',
  'number-missing',
  'number-wrong',
  'own-number',
  'digit-missing',
  'digit-twice',
  'digit-unusable',
  'label-missing',
  'target-missing',
  'target-gone',
  'menu-empty',
  'nobody-answers',
  'turned-away',
  'time-wrong',
  'hours-overlap',
  'country-unknown',
  'state-unknown',
  'date-wrong',
  'date-twice',
  'route-twice',
  'way-missing',
  'recording-gone',
  'id-twice',
  'language-not-spoken',
  'condition-missing',
]);

/**
 * Something wrong with a document, with the path to it (as in the differences). An `error` keeps it from being
 * published; a `warning` is told and may be meant so.
 */
export const faultSchema = z.object({
  path: z.array(z.string()),
  code: faultCodeSchema,
  severity: z.enum(['error', 'warning']),
});
export type Fault = z.infer<typeof faultSchema>;
export type FaultAt = (code: Fault['code'], ...path: string[]) => Fault;

/** What the clinic has, apart from the document. */
export type Known = {
  staffIds: ReadonlySet<string>;
  phoneNumbers: ReadonlySet<string>;
  recordingIds: ReadonlySet<string>;
  /** in which the clinic speaks with callers */
  languages: readonly Language[];
};

const warnings: readonly Fault['code'][] = ['nobody-answers', 'turned-away'];
export const faultUnder =
  (...start: string[]): FaultAt =>
  (code, ...path) => ({
    path: [...start, ...path],
    code,
    severity: warnings.includes(code) ? 'warning' : 'error',
  });

const e164 = /^\+[1-9][0-9]{4,14}$/;

/** A number that calls are sent on to. One of the clinic's own would send them round and round. */
export const numberFault = (number: string | null, { phoneNumbers }: Known): Fault['code'] | null => {
  if (number === null || number.trim() === '') return 'number-missing';
  if (!e164.test(number)) return 'number-wrong';
  return phoneNumbers.has(number) ? 'own-number' : null;
};

/** What stands in a list more than once. */
export const twice = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) < index)),
];

/** Whether nothing keeps it from being published. */
export const isPublishable = (faults: readonly Fault[]): boolean =>
  faults.every(({ severity }) => severity === 'warning');
