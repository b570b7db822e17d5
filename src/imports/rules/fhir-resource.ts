/** In which order they are imported: what others refer to comes first. */
const stages: Record<string, number> = { Practitioner: 0, Patient: 1, RelatedPerson: 2, Appointment: 3 };

/** `resourceType`, when it is one that could exist. */
export const kindOf = (value: unknown): string | null => {
  if (value === null || typeof value !== 'object' || !('resourceType' in value)) return null;
  const { resourceType } = value;
  return typeof resourceType === 'string' && /^[A-Z][A-Za-z]{2,50}$/.test(resourceType) ? resourceType : null;
};

/** null: a kind that Frontdesk has no place for. It is counted, not imported. */
export const stageOf = (kind: string): number | null => stages[kind] ?? null;
