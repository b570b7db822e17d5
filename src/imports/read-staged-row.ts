import type { ExternalId } from '../patients/rules/imported-patient.ts';
import type { Choices } from './rules/import-views.ts';
import { judge, type JudgedPatient } from './rules/judge-row.ts';
import { readFhirPatient } from './rules/read-fhir-patient.ts';
import { readRow, type Reading } from './rules/read-row.ts';
import { lastingId } from './rules/references.ts';
import type { StagedRow } from './staged-rows.ts';

/** Where the record stands on its server, and, for want of anything better, its bare id there. */
const logicalIds = (
  { fullUrl, resource }: Exclude<StagedRow, { cells: string[] }>,
  hasOwn: boolean,
): ExternalId[] => {
  const lasting = lastingId(fullUrl);
  const { id } = (resource ?? {}) as { id?: unknown };
  const bare =
    !hasOwn && typeof id === 'string' ? [{ system: 'fhir', value: `Patient/${id.slice(0, 64)}` }] : [];
  return [...(lasting === null ? [] : [lasting]), ...bare];
};

/** A row of either kind of file as a patient. */
export const readStagedPatient = (staged: StagedRow, reading: Reading, choices: Choices): JudgedPatient => {
  if ('cells' in staged) return judge(staged.row, readRow(staged.cells, reading), choices);
  const read = readFhirPatient(staged.resource, reading);
  const externalIds = [...read.draft.externalIds, ...logicalIds(staged, read.draft.externalIds.length > 0)];
  const draft = { ...read.draft, externalIds };
  return judge(staged.row, { ...read, draft }, choices);
};
