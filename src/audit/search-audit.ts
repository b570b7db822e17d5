import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectEntries, selectPeople, selectSubjectNames } from './audit-search.store.ts';
import { recordAudit } from './record-audit.ts';
import { auditCsvHead, auditCsvLine } from './rules/audit-csv.ts';
import { readAuditCursor, writeAuditCursor } from './rules/audit-cursor.ts';
import type { AuditFilter, AuditItem, AuditPage, AuditPeople } from './rules/audit-views.ts';

const named = async (trx: ClinicTransaction, items: AuditItem[]): Promise<AuditItem[]> => {
  const ids = items.flatMap(({ subject: { id } }) => (id === null ? [] : [id]));
  const names = await selectSubjectNames(trx, [...new Set(ids)]);
  return items.map((item) => ({
    ...item,
    subject: { ...item.subject, name: names.get(item.subject.id ?? '') ?? item.subject.name },
  }));
};

/** One page of the log. */
export const searchAudit = async (
  trx: ClinicTransaction,
  { limit, cursor, ...filter }: AuditFilter & { limit: number; cursor: string | undefined },
): Promise<AuditPage | 'bad-cursor'> => {
  const after = cursor === undefined ? null : readAuditCursor(cursor);
  if (cursor !== undefined && after === null) return 'bad-cursor';
  const found = await selectEntries(trx, { ...filter, limit: limit + 1, after });
  const items = await named(trx, found.slice(0, limit));
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last !== undefined ? writeAuditCursor(last) : null };
};

export const listAuditPeople = async (trx: ClinicTransaction): Promise<AuditPeople> => ({
  people: await selectPeople(trx),
});

/** More than anybody reads in a spreadsheet; whoever needs all of it narrows by time. */
const mostLines = 50_000;

/** The log as CSV. That it was taken away stands in the log, too. */
export const exportAudit = async (
  trx: ClinicTransaction,
  filter: AuditFilter,
  by: { userId: string; at: Temporal.Instant },
): Promise<string> => {
  const entries = await selectEntries(trx, { ...filter, limit: mostLines, after: null });
  await recordAudit(trx, {
    ...by,
    action: 'audit.exported',
    subject: { kind: 'audit', id: null },
    detail: { entries: entries.length },
  });
  return auditCsvHead + entries.map(auditCsvLine).join('');
};
