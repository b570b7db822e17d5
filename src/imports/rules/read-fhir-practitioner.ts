import { cleanLine } from './clean-text.ts';
import { practitionerSchema } from './fhir-fields.ts';
import { currentName, readHumanName } from './read-fhir-person.ts';
import type { Fault } from './reasons.ts';

export type ReadPractitioner = {
  name: string;
  externalIds: { system: string; value: string }[];
  faults: Fault[];
};

export const readFhirPractitioner = (resource: unknown, today: Temporal.PlainDate): ReadPractitioner => {
  const parsed = practitionerSchema.safeParse(resource);
  if (!parsed.success) return { name: '', externalIds: [], faults: [{ code: 'not-readable', field: null }] };
  const { name, identifier } = parsed.data;
  const { givenName, familyName, title } = readHumanName(currentName(name, today));
  const words = [title, givenName, familyName].filter(Boolean).join(' ').slice(0, 200);
  return {
    name: words,
    externalIds: identifier.flatMap(({ system, value }) => {
      const text = cleanLine(value ?? '').slice(0, 200);
      return text === '' ? [] : [{ system: (system ?? 'fhir').slice(0, 300), value: text }];
    }),
    faults: familyName === '' ? [{ code: 'name-missing', field: 'familyName' }] : [],
  };
};
