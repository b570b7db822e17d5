import type { Choices } from './rules/import-views.ts';
import { judge, type JudgedPatient } from './rules/judge-row.ts';
import { readFhirPatient } from './rules/read-fhir-patient.ts';
import { readRow, type Reading } from './rules/read-row.ts';
import { lastingId } from './rules/references.ts';
import type { StagedRow } from './staged-rows.ts';

/** A row of either kind of file as a patient. */
export const readStagedPatient = (staged: StagedRow, reading: Reading, choices: Choices): JudgedPatient => {
  if ('cells' in staged) return judge(staged.row, readRow(staged.cells, reading), choices);
  const read = readFhirPatient(staged.resource, reading);
  const lasting = lastingId(staged.fullUrl);
  const draft =
    lasting === null ? read.draft : { ...read.draft, externalIds: [...read.draft.externalIds, lasting] };
  return judge(staged.row, { ...read, draft }, choices);
};
