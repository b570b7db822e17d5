import { z } from 'zod';

// Everything is optional and nothing is trusted: files come from many systems, and one odd element must not hide the rest.
const text = z.string().optional().catch(undefined);
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((one) => [item.safeParse(one)].flatMap(({ success, data }) => (success ? [data] : []))),
    );

const period = z.object({ start: text, end: text }).optional().catch(undefined);
const coding = z.object({ system: text, code: text, display: text });
export const concept = z
  .object({ coding: list(coding), text })
  .optional()
  .catch(undefined);
export const identifier = z.object({ use: text, system: text, value: text, type: concept });
export const humanName = z.object({
  use: text,
  text,
  family: text,
  given: list(z.string()),
  prefix: list(z.string()),
  suffix: list(z.string()),
  period,
});
export const contactPoint = z.object({
  system: text,
  value: text,
  use: text,
  rank: z.number().optional().catch(undefined),
  period,
});
const address = z.object({
  use: text,
  line: list(z.string()),
  city: text,
  state: text,
  postalCode: text,
  country: text,
  period,
});
const reference = z.object({ reference: text, display: text }).optional().catch(undefined);

/** What people have in common: patients, related persons, practitioners. */
const person = {
  id: text,
  identifier: list(identifier),
  name: list(humanName),
  telecom: list(contactPoint),
  address: list(address),
  gender: text,
  birthDate: text,
  extension: list(z.unknown()),
};

export const patientSchema = z.object({
  ...person,
  deceasedBoolean: z.boolean().optional().catch(undefined),
  deceasedDateTime: text,
  communication: list(z.object({ language: concept, preferred: z.boolean().optional().catch(undefined) })),
  contact: list(
    z.object({
      relationship: list(concept),
      name: humanName.optional().catch(undefined),
      telecom: list(contactPoint),
    }),
  ),
});
export type FhirPatient = z.infer<typeof patientSchema>;

export const relatedPersonSchema = z.object({ ...person, patient: reference, relationship: list(concept) });

export const practitionerSchema = z.object(person);

export const appointmentSchema = z.object({
  id: text,
  identifier: list(identifier),
  status: text,
  start: text,
  end: text,
  minutesDuration: z.number().optional().catch(undefined),
  description: text,
  serviceType: list(concept),
  appointmentType: concept,
  reasonCode: list(concept),
  contained: list(z.looseObject({ resourceType: text, id: text })),
  participant: list(z.object({ actor: reference, type: list(concept), required: text, status: text })),
});
export type FhirAppointment = z.infer<typeof appointmentSchema>;

export type HumanName = z.infer<typeof humanName>;
export type ContactPoint = z.infer<typeof contactPoint>;
export type Concept = z.infer<typeof concept>;
export type Identifier = z.infer<typeof identifier>;
export type Period = z.infer<typeof period>;

/** The words for a concept: its text, else what its first code is called. */
export const wordsOf = (one: Concept): string | null =>
  one?.text ?? one?.coding.find(({ display }) => display !== undefined)?.display ?? null;

export const codesOf = (concepts: readonly Concept[]): string[] =>
  concepts.flatMap((one) => one?.coding.flatMap(({ code }) => (code === undefined ? [] : [code])) ?? []);

/** True for what was valid once and is not any more, or not yet. */
export const isOver = (one: Period, today: Temporal.PlainDate): boolean => {
  const end = one?.end?.slice(0, 10);
  return end !== undefined && end.length >= 4 && end < today.toString().slice(0, end.length);
};
