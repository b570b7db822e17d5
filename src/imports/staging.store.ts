import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';

export const insertPiece = async (
  trx: ClinicTransaction,
  importId: string,
  number: number,
  content: Buffer,
): Promise<void> => {
  await trx
    .insertInto('import_pieces')
    .values({ clinic_id: trx.clinicId, import_id: importId, number, content })
    .execute();
};

export const selectPiece = async (
  trx: ClinicTransaction,
  importId: string,
  number: number,
): Promise<Buffer | null> => {
  const row = await trx
    .selectFrom('import_pieces')
    .select('content')
    .where('clinic_id', '=', trx.clinicId)
    .where('import_id', '=', importId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.content ?? null;
};

export const deletePieces = async (trx: ClinicTransaction, importId: string): Promise<void> => {
  await trx
    .deleteFrom('import_pieces')
    .where('clinic_id', '=', trx.clinicId)
    .where('import_id', '=', importId)
    .execute();
};

export type Batch = { stage: number; number: number; rows: number; content: Buffer };

export const insertBatch = async (trx: ClinicTransaction, importId: string, batch: Batch): Promise<void> => {
  await trx
    .insertInto('import_batches')
    .values({ clinic_id: trx.clinicId, import_id: importId, ...batch })
    .execute();
};

/** The next one to do; null: all are done. */
export const selectNextBatch = async (
  trx: ClinicTransaction,
  importId: string,
  fromStage = 0,
): Promise<Batch | null> => {
  const row = await trx
    .selectFrom('import_batches')
    .select(['stage', 'number', 'rows', 'content'])
    .where('clinic_id', '=', trx.clinicId)
    .where('import_id', '=', importId)
    .where('stage', '>=', fromStage)
    .orderBy('stage')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
};

export const deleteBatch = async (
  trx: ClinicTransaction,
  importId: string,
  { stage, number }: Pick<Batch, 'stage' | 'number'>,
): Promise<void> => {
  await trx
    .deleteFrom('import_batches')
    .where('clinic_id', '=', trx.clinicId)
    .where('import_id', '=', importId)
    .where('stage', '=', stage)
    .where('number', '=', number)
    .execute();
};

export const deleteBatches = async (trx: ClinicTransaction, importId: string): Promise<void> => {
  await trx
    .deleteFrom('import_batches')
    .where('clinic_id', '=', trx.clinicId)
    .where('import_id', '=', importId)
    .execute();
};

export type Finding = {
  row: number;
  outcome: 'refused' | 'trimmed';
  reasons: unknown;
  content: Buffer | null;
};

export const insertFindings = async (
  trx: ClinicTransaction,
  importId: string,
  findings: Finding[],
): Promise<void> => {
  if (findings.length === 0) return;
  const plain = findings.map(({ content, ...rest }) => ({
    ...rest,
    content: content?.toString('base64') ?? null,
  }));
  await sql`
    INSERT INTO import_findings (clinic_id, import_id, row_number, outcome, reasons, content)
    SELECT ${trx.clinicId}, ${importId}, r.row, r.outcome, r.reasons, decode(r.content, 'base64')
    FROM jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) AS r(row int, outcome text, reasons jsonb, content text)`.execute(
    trx,
  );
};

export const selectFindings = async (
  trx: ClinicTransaction,
  importId: string,
  after: number,
  limit: number,
): Promise<Finding[]> => {
  const rows = await trx
    .selectFrom('import_findings')
    .select(['row_number as row', 'outcome', 'reasons', 'content'])
    .where('clinic_id', '=', trx.clinicId)
    .where('import_id', '=', importId)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, outcome: row.outcome as Finding['outcome'] }));
};

export type Subject = {
  reference: string;
  kind: 'patient' | 'practitioner' | 'appointment';
  id: string;
  added: boolean;
};

export const insertSubjects = async (
  trx: ClinicTransaction,
  importId: string,
  subjects: Subject[],
): Promise<void> => {
  if (subjects.length === 0) return;
  await sql`
    INSERT INTO import_subjects (clinic_id, import_id, reference, subject_kind, subject_id, added)
    SELECT ${trx.clinicId}, ${importId}, r.reference, r.kind, r.id, r.added
    FROM jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) AS r(reference text, kind text, id uuid, added boolean)
    ON CONFLICT DO NOTHING`.execute(trx);
};

/** Who is meant by these references of the file. */
export const findSubjects = async (
  trx: ClinicTransaction,
  importId: string,
  references: string[],
): Promise<Map<string, { kind: Subject['kind']; id: string }>> => {
  const { rows } = await sql<{ reference: string; kind: Subject['kind']; id: string }>`
    SELECT reference, subject_kind AS kind, subject_id AS id FROM import_subjects
    WHERE clinic_id = ${trx.clinicId} AND import_id = ${importId} AND reference = ANY(${references}::text[])`.execute(
    trx,
  );
  return new Map(rows.map(({ reference, kind, id }) => [reference, { kind, id }]));
};

/** Takes some of what the import has added off its list. @returns their ids */
export const takeAdded = async (
  trx: ClinicTransaction,
  importId: string,
  kind: Subject['kind'],
  limit: number,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    WITH taken AS (
      SELECT DISTINCT subject_id FROM import_subjects
      WHERE clinic_id = ${trx.clinicId} AND import_id = ${importId} AND subject_kind = ${kind} AND added
      LIMIT ${limit}
    )
    UPDATE import_subjects s SET added = false FROM taken
    WHERE s.clinic_id = ${trx.clinicId} AND s.import_id = ${importId} AND s.subject_id = taken.subject_id
    RETURNING s.subject_id AS id`.execute(trx);
  return [...new Set(rows.map(({ id }) => id))];
};
