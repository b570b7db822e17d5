import { recordAudit } from '../audit/record-audit.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import type { By } from './change-import.ts';
import { selectImport } from './imports.store.ts';
import { csvLine } from './rules/csv-line.ts';
import type { FindingView, ImportView } from './rules/import-views.ts';
import type { Fault } from './rules/reasons.ts';
import type { Seal } from './staged-rows.ts';
import { selectFindings, type Finding } from './staging.store.ts';

const cellsOf = (content: Buffer | null, seal: Seal): string[] => {
  if (content === null) return [];
  const [row] = seal.openRows(content);
  if (row === undefined) return [];
  return 'cells' in row
    ? row.cells.map((cell) => cell.slice(0, 4000))
    : [JSON.stringify(row.resource).slice(0, 4000)];
};

const viewOf = (finding: Finding, seal: Seal): FindingView => ({
  row: finding.row,
  outcome: finding.outcome,
  faults: finding.reasons as Fault[],
  cells: cellsOf(finding.content, seal),
});

const seen = (importId: string, { userId, at }: By, action: string) => ({
  userId,
  at,
  action,
  subject: { kind: 'import', id: importId },
});

/** The report, in the order of the file. It shows people's data, so that it was seen is recorded. */
export const listFindings = async (
  trx: ClinicTransaction,
  importId: string,
  { seal, by }: { seal: Seal; by: By },
  { limit, after }: { limit: number; after: number },
): Promise<{ items: FindingView[]; nextCursor: number | null } | null> => {
  if ((await selectImport(trx, importId)) === null) return null;
  const rows = await selectFindings(trx, importId, after, limit + 1);
  const items = rows.slice(0, limit).map((row) => viewOf(row, seal));
  if (items.length > 0 && after === 0) await recordAudit(trx, seen(importId, by, 'import.report-seen'));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.row ?? null) : null };
};

type File = { database: Database; clinicId: string; one: ImportView; seal: Seal; by: By };

/** The refused rows as they were, with the reasons behind: to mend and to import again. */
export async function* findingsFile({ database, clinicId, one, seal, by }: File): AsyncGenerator<string> {
  await inClinic(database, clinicId, (trx) => recordAudit(trx, seen(one.id, by, 'import.report-exported')));
  const { columns } = one.profile;
  const names =
    one.kind === 'fhir' ? ['resource'] : columns.map(({ name }, index) => name || `column ${index + 1}`);
  // The mark tells Excel that this is UTF-8.
  yield `\ufeff${csvLine([...names, 'Frontdesk row', 'Frontdesk reasons'])}`;
  for (let after = 0; ;) {
    const page = await inClinic(database, clinicId, (trx) => selectFindings(trx, one.id, after, 500));
    for (const finding of page) {
      if (finding.outcome !== 'refused') continue;
      const { row, faults, cells } = viewOf(finding, seal);
      const reasons = faults
        .map(({ code, field }) => (field === null ? code : `${field}: ${code}`))
        .join('; ');
      yield csvLine([...names.map((_, index) => cells[index] ?? ''), String(row), reasons]);
    }
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.row;
  }
}
