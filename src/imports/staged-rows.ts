import type { SealedTable } from '../platform/database/reseal-rows.ts';
import type { Secrets } from '../platform/secrets.ts';

/** A row of a CSV file, or a resource of a bundle. `row` is what a spreadsheet or the order in the bundle calls it. */
export type StagedRow =
  | { row: number; cells: string[] }
  | { row: number; fullUrl: string | null; resource: unknown };

/** Names what is sealed, so that the bytes of one import do not open in another. */
const contextOf = (clinicId: string, importId: string, part: string): string =>
  `import:${clinicId}:${importId}:${part}`;

const rowsOf = (clinicId: string, importId = ''): string => contextOf(clinicId, importId, 'rows');

/** What imports have sealed, for when the key is changed. */
export const sealedImports: SealedTable[] = [
  {
    table: 'import_pieces',
    key: ['import_id', 'number'],
    columns: { content: (clinicId, importId = '') => contextOf(clinicId, importId, 'piece') },
    rowsAtOnce: 8,
  },
  {
    table: 'import_batches',
    key: ['import_id', 'stage', 'number'],
    columns: { content: rowsOf },
    rowsAtOnce: 8,
  },
  {
    table: 'import_findings',
    key: ['import_id', 'row_number'],
    columns: { content: rowsOf },
    rowsAtOnce: 200,
  },
];

export type Seal = {
  sealBytes(bytes: Uint8Array): Buffer;
  openBytes(sealed: Uint8Array): Uint8Array;
  sealRows(rows: readonly StagedRow[]): Buffer;
  openRows(sealed: Uint8Array): StagedRow[];
};

/** Seals what an import holds of people until it is over. */
export const sealOf = (secrets: Secrets, clinicId: string, importId: string): Seal => {
  const piece = contextOf(clinicId, importId, 'piece');
  const rows = rowsOf(clinicId, importId);
  return {
    sealBytes: (bytes) => Buffer.from(secrets.encrypt(bytes, piece)),
    openBytes: (sealed) => secrets.decrypt(sealed, piece),
    sealRows: (value) => Buffer.from(secrets.encrypt(new TextEncoder().encode(JSON.stringify(value)), rows)),
    openRows: (sealed) => JSON.parse(new TextDecoder().decode(secrets.decrypt(sealed, rows))) as StagedRow[],
  };
};
