import { z } from 'zod';
import { lastingId, namesToTry } from '../../imports/rules/references.ts';

const id = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/);
const sourceSchema = z.object({
  id: id.optional(),
  meta: z.object({ source: z.string().min(1).max(200).optional() }).optional(),
});

type ExternalId = { system: string; value: string };

/** Under what a resource without an address of its own is kept. */
const unnamed = 'fhir';

const systemOf = (resource: unknown): string => {
  const read = sourceSchema.safeParse(resource);
  return read.data?.meta?.source ?? unnamed;
};

/** What the sending server calls this resource: `Patient/123` of its `meta.source`. null: it gives no id */
export const ownId = (
  resource: unknown,
  kind: 'Patient' | 'Appointment' | 'Practitioner',
): ExternalId | null => {
  const read = sourceSchema.safeParse(resource);
  return read.data?.id === undefined
    ? null
    : { system: systemOf(resource), value: `${kind}/${read.data.id}` };
};

/** Under which ids a reference of a resource may be known here: on the server it names, else on the one that sends it. */
export const idsOfReference = (resource: unknown, reference: string | null): ExternalId[] => {
  const lasting = lastingId(reference);
  const tails = namesToTry(reference).filter((name) => /^[A-Z][A-Za-z]+\//.test(name));
  const system = systemOf(resource);
  return [...(lasting === null ? [] : [lasting]), ...tails.map((value) => ({ system, value }))];
};
