import type { OnAppointmentsChanged } from '../appointments/note-appointment-change.ts';
import type { ImportRow } from './imports.store.ts';
import type { Choices } from './rules/import-views.ts';
import type { RowResult } from './rules/judge-row.ts';
import type { Reading } from './rules/read-row.ts';
import { namesOf } from './rules/references.ts';
import type { StagedRow } from './staged-rows.ts';
import type { Subject } from './staging.store.ts';

/** What every stage gets. */
export type BatchWork = {
  one: ImportRow;
  rows: StagedRow[];
  reading: Reading;
  choices: Choices;
  now: Temporal.Instant;
  onAppointmentsChanged: OnAppointmentsChanged;
};
/** What every stage answers: one result a row, and who it is about. */
export type Saved = RowResult & { subjects: Subject[] };

/** The names by which the rest of the file may refer to what this row is about, and its row. */
export const subjectsOf = (
  staged: StagedRow,
  kind: Subject['kind'],
  { id, added }: { id: string; added: boolean },
): Subject[] => {
  const resource =
    'cells' in staged ? null : (staged.resource as { id?: unknown; resourceType?: string } | null);
  const own =
    resource && !('cells' in staged)
      ? namesOf(
          resource.resourceType ?? '',
          staged.fullUrl,
          typeof resource.id === 'string' ? resource.id : undefined,
        )
      : [];
  return [`row:${staged.row}`, ...own].map((reference) => ({ reference, kind, id, added }));
};
