import type { ClinicTransaction } from '../../platform/database/database.ts';
import { loadVersions } from './load-versions.ts';
import type { VersionItem, VersionView } from '../rules/version-views.ts';
import { selectExists, selectPublished, type PublishedRow } from './versions.store.ts';

const itemOf = ({ publishedAt, ...row }: PublishedRow): VersionItem => ({
  ...row,
  publishedAt: publishedAt.toString(),
});

/** Newest first; null when there is no such workflow. `next`: the number before which the next page begins. */
export const listVersions = async (
  trx: ClinicTransaction,
  workflowId: string,
  before: number | null,
  limit: number,
): Promise<{ versions: VersionItem[]; next: number | null } | null> => {
  if (!(await selectExists(trx, workflowId))) return null;
  const rows = await selectPublished(trx, workflowId, { before, version: null, limit: limit + 1 });
  const versions = rows.slice(0, limit).map(itemOf);
  return { versions, next: rows.length > limit ? (versions.at(-1)?.version ?? null) : null };
};

export const showVersion = async (
  trx: ClinicTransaction,
  workflowId: string,
  version: number,
): Promise<VersionView | null> => {
  const [row] = await selectPublished(trx, workflowId, { before: null, version, limit: 1 });
  if (row === undefined) return null;
  const versionOf = await loadVersions(trx, [{ workflowId, version }]);
  return { ...itemOf(row), definition: versionOf({ workflowId, version })?.definition ?? null };
};
