import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { planImportedPatients } from '../patients/save-imported-patients.ts';
import type { By } from './change-import.ts';
import { selectImport, selectImports, type ImportRow } from './imports.store.ts';
import { loadReading } from './load-reading.ts';
import { mappingFault } from './rules/columns.ts';
import type { ImportView, Preview, PreviewRow } from './rules/import-views.ts';
import type { JudgedPatient } from './rules/judge-row.ts';
import { readStagedPatient } from './read-staged-row.ts';
import { dateOrderIn } from './rules/profile-columns.ts';
import type { Seal } from './staged-rows.ts';
import { selectNextBatch } from './staging.store.ts';

const rowsOfPreview = 50;

const asksDateOrder = ({ kind, mapping, profile, choices }: ImportRow): boolean => {
  const dates = profile.columns[mapping.indexOf('birthDate')];
  return (
    kind === 'csv' &&
    choices.dateOrder === null &&
    dates !== undefined &&
    dates.eitherOrder > 0 &&
    dateOrderIn(dates) === null
  );
};

const viewOf = (one: ImportRow): ImportView => ({
  ...one,
  mappingFault: one.kind === 'csv' && one.status === 'ready' ? mappingFault(one.mapping) : null,
  asksDateOrder: asksDateOrder(one),
  createdBy: one.createdByName,
  createdAt: one.createdAt.toString(),
  startedAt: one.startedAt?.toString() ?? null,
  finishedAt: one.finishedAt?.toString() ?? null,
});

export const showImport = async (trx: ClinicTransaction, importId: string): Promise<ImportView | null> => {
  const one = await selectImport(trx, importId);
  return one && viewOf(one);
};

export const listImports = async (
  trx: ClinicTransaction,
  limit: number,
  after: { createdAt: string; id: string } | null,
): Promise<{ items: ImportView[]; nextCursor: string | null }> => {
  const rows = await selectImports(trx, limit + 1, after);
  const items = rows.slice(0, limit).map(viewOf);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? `${last.createdAt}_${last.id}` : null };
};

const outcomes = {
  added: 'add',
  updated: 'update',
  skipped: 'skip',
  'matches-several': 'refuse',
  'patient-number-taken': 'refuse',
} as const;

const previewOf = ({ row, draft, faults }: JudgedPatient, outcome: PreviewRow['outcome']): PreviewRow => ({
  row,
  kind: 'patient',
  name: [draft.title, draft.givenName, draft.familyName].filter(Boolean).join(' '),
  birthDate: draft.birthDate,
  numbers: draft.numbers.map(({ number }) => number),
  email: draft.email,
  detail: null,
  outcome,
  faults,
});

/** The first rows as they would be imported now. Changes nothing. */
export const previewImport = async (
  trx: ClinicTransaction,
  importId: string,
  seal: Seal,
  { userId, at }: By,
): Promise<Preview | 'not-now' | null> => {
  const one = await selectImport(trx, importId);
  if (one?.status !== 'ready') return one && 'not-now';
  await recordAudit(trx, {
    userId,
    at,
    action: 'import.previewed',
    subject: { kind: 'import', id: importId },
  });
  const batch = await selectNextBatch(trx, importId, 1);
  const rows = batch === null ? [] : seal.openRows(batch.content).slice(0, rowsOfPreview);
  const reading = await loadReading(trx, one, at);
  const judged = rows.map((row) => readStagedPatient(row, reading, one.choices));
  const good = judged.filter(({ refused }) => !refused).map(({ row, draft }) => ({ key: row, draft }));
  const plan = await planImportedPatients(trx, good, one.choices.onDuplicate);
  const planned = new Map(plan.outcomes.map(({ key, outcome }) => [key, outcome]));
  return {
    rows: judged.map((each) => {
      const outcome = planned.get(each.row);
      const came = outcome === undefined ? 'refuse' : outcomes[outcome];
      const faults =
        outcome === 'matches-several' || outcome === 'patient-number-taken'
          ? [...each.faults, { code: outcome, field: null }]
          : each.faults;
      return previewOf({ ...each, faults }, came);
    }),
    samples: one.profile.columns.map((_, index) =>
      rows
        .flatMap((row) => ('cells' in row ? [(row.cells[index] ?? '').trim()] : []))
        .filter((text) => text !== '')
        .slice(0, 3)
        .map((text) => text.slice(0, 60)),
    ),
  };
};
