import type { Secrets } from '../platform/secrets.ts';

/** A row of a CSV file, or a resource of a bundle. `row` is what a spreadsheet or the order in the bundle calls it. */
export type StagedRow =
  | { row: number; cells: string[] }
  | { row: number; fullUrl: string | null; resource: unknown };

/** Names what is sealed, so that the bytes of one import do not open in another. */
const contextOf = (clinicId: string, importId: string, part: string): string =>
  `import:${clinicId}:${importId}:${part}`;

export type Seal = {
  sealBytes(bytes: Uint8Array): Buffer;
  openBytes(sealed: Uint8Array): Uint8Array;
  sealRows(rows: readonly StagedRow[]): Buffer;
  openRows(sealed: Uint8Array): StagedRow[];
};

/** Seals what an import holds of people until it is over. */
export const sealOf = (secrets: Secrets, clinicId: string, importId: string): Seal => {
  const piece = contextOf(clinicId, importId, 'piece');
  const rows = contextOf(clinicId, importId, 'rows');
  return {
    sealBytes: (bytes) => Buffer.from(secrets.encrypt(bytes, piece)),
    openBytes: (sealed) => secrets.decrypt(sealed, piece),
    sealRows: (value) => Buffer.from(secrets.encrypt(new TextEncoder().encode(JSON.stringify(value)), rows)),
    openRows: (sealed) => JSON.parse(new TextDecoder().decode(secrets.decrypt(sealed, rows))) as StagedRow[],
  };
};
