import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Seal, StagedRow } from './staged-rows.ts';
import { insertBatch } from './staging.store.ts';

/** A batch is one transaction and one turn of the event loop: small enough for both. */
const rowsOfBatch = 250;
const charactersOfBatch = 400_000;

type Waiting = { rows: StagedRow[]; characters: number; number: number };

const lengthOf = (row: StagedRow): number =>
  'cells' in row
    ? row.cells.reduce((sum, cell) => sum + cell.length, 0)
    : JSON.stringify(row.resource).length;

/** Collects rows into sealed batches, by stage. @returns how to add one, and how to end */
export const stageRows = (trx: ClinicTransaction, importId: string, seal: Seal) => {
  const stages = new Map<number, Waiting>();
  let total = 0;
  const flush = async (stage: number, waiting: Waiting): Promise<void> => {
    const { rows, number } = waiting;
    stages.set(stage, { rows: [], characters: 0, number: number + 1 });
    await insertBatch(trx, importId, { stage, number, rows: rows.length, content: seal.sealRows(rows) });
  };
  return {
    add: async (stage: number, row: StagedRow): Promise<void> => {
      const waiting = stages.get(stage) ?? { rows: [], characters: 0, number: 0 };
      stages.set(stage, waiting);
      waiting.rows.push(row);
      waiting.characters += lengthOf(row);
      total += 1;
      if (waiting.rows.length >= rowsOfBatch || waiting.characters >= charactersOfBatch)
        await flush(stage, waiting);
    },
    /** @returns how many rows there are */
    end: async (): Promise<number> => {
      for (const [stage, waiting] of stages) if (waiting.rows.length > 0) await flush(stage, waiting);
      return total;
    },
  };
};
