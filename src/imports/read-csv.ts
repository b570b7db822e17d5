import { once } from 'node:events';
import { CsvError, parse } from 'csv-parse';
import { cleanLine } from './rules/clean-text.ts';
import { newColumn, countValue } from './rules/profile-columns.ts';
import { looksLikeHeader, type Column } from './rules/columns.ts';
import { guessDelimiter, type Delimiter } from './rules/guess-delimiter.ts';
import type { FileFault, Format } from './rules/import-views.ts';
import type { Encoding, Pieces } from './sniff-file.ts';
import type { StagedRow } from './staged-rows.ts';

/** The text of the file, in parts small enough to leave time for others in between. */
export async function* decode(pieces: Pieces, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces()) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

const beginning = async (pieces: Pieces, encoding: Encoding): Promise<string> => {
  for await (const text of decode(pieces, encoding)) if (text !== '') return text.slice(0, 64_000);
  return '';
};

/** Rows of cells as they stand, blank lines too: row numbers must be those that a spreadsheet shows. */
async function* records(pieces: Pieces, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: false,
    max_record_size: 1_000_000,
    bom: true,
  });
  const feed = async (): Promise<void> => {
    for await (const text of decode(pieces, encoding)) {
      if (!parser.write(text)) await Promise.race([once(parser, 'drain'), once(parser, 'close')]);
      if (parser.destroyed) return;
    }
    parser.end();
  };
  const feeding = feed().catch((error: Error) => parser.destroy(error));
  yield* parser as AsyncIterable<string[]>;
  await feeding;
}

export type CsvSink = (row: StagedRow) => Promise<void>;
export type CsvRead = { ok: true; format: Format; columns: Column[] } | { ok: false; fault: FileFault };

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * Reads a whole CSV file, row by row into the sink, and counts what its columns hold.
 * @param wish what the person at the desk says it is; the rest is guessed
 */
export const readCsv = async (
  pieces: Pieces,
  wish: Partial<Format> & { encoding: Encoding },
  today: Temporal.PlainDate,
  sink: CsvSink,
): Promise<CsvRead> => {
  const { encoding } = wish;
  const delimiter = wish.delimiter ?? guessDelimiter(await beginning(pieces, encoding));
  let hasHeader = wish.hasHeader ?? null;
  let columns: Column[] | null = null;
  let row = 0;
  try {
    for await (const cells of records(pieces, encoding, delimiter)) {
      row += 1;
      if (isEmpty(cells) || (row === 1 && /^sep=.$/i.test(cells.join(delimiter)))) continue;
      if (columns === null) {
        hasHeader ??= looksLikeHeader(cells);
        columns = cells.map((cell) => newColumn(hasHeader === true ? cleanLine(cell).slice(0, 100) : ''));
        if (hasHeader) continue;
      }
      columns.forEach((column, index) => countValue(column, cells[index]?.trim() ?? '', today));
      await sink({ row, cells });
    }
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, fault: 'quote-not-closed' };
    throw error;
  }
  if (columns === null) return { ok: false, fault: 'empty' };
  return { ok: true, columns, format: { encoding, delimiter, hasHeader: hasHeader ?? true } };
};
