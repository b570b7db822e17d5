import { z } from 'zod';
import { columnSchema, fieldSchema } from './columns.ts';
import { delimiters } from './guess-delimiter.ts';
import { faultSchema } from './reasons.ts';

export const importStatusSchema = z.enum([
  'uploading',
  'reading',
  'unreadable',
  'ready',
  'running',
  'done',
  'undoing',
  'undone',
]);
export type ImportStatus = z.infer<typeof importStatusSchema>;

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'macintosh',
  'iso-8859-2',
  'windows-1250',
  'windows-1251',
] as const;

export const formatSchema = z.object({
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  hasHeader: z.boolean(),
});
export type Format = z.infer<typeof formatSchema>;

export const choicesSchema = z.object({
  onDuplicate: z
    .enum(['update', 'skip', 'add'])
    .describe('what becomes of a row about somebody who is here already'),
  onWrongField: z
    .enum(['refuse', 'leave-out'])
    .describe('a row with one wrong field: refuse it, or take it without that field'),
  dateOrder: z
    .enum(['dmy', 'mdy'])
    .nullable()
    .describe('what 03/04/2020 means; null: the file’s other dates decide'),
});
export type Choices = z.infer<typeof choicesSchema>;

/** Why a file cannot be read at all. */
export const fileFaultSchema = z.enum([
  'empty',
  'spreadsheet',
  'not-text',
  'quote-not-closed',
  'json-broken',
  'no-patients',
]);
export type FileFault = z.infer<typeof fileFaultSchema>;

const counts = z.record(z.string(), z.number().int());

export const profileSchema = z.object({
  columns: z.array(columnSchema),
  resources: counts.describe('FHIR: how many of each resource type'),
});
export type Profile = z.infer<typeof profileSchema>;

export const tallySchema = z.object({
  added: z.number().int(),
  updated: z.number().int(),
  skipped: z.number().int().describe('here already, left as they are'),
  refused: z.number().int(),
  trimmed: z.number().int().describe('taken without a field that was wrong'),
  appointments: z.number().int(),
  practitioners: z.number().int(),
  guardians: z.number().int(),
  removed: z.number().int().describe('taken away again by undoing'),
  kept: z.number().int().describe('not taken away by undoing: somebody has worked with them since'),
  reasons: counts.describe('how often each reason'),
  remarks: counts,
});
export type Tally = z.infer<typeof tallySchema>;

export const noTally: Tally = {
  added: 0,
  updated: 0,
  skipped: 0,
  refused: 0,
  trimmed: 0,
  appointments: 0,
  practitioners: 0,
  guardians: 0,
  removed: 0,
  kept: 0,
  reasons: {},
  remarks: {},
};

export const importViewSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  kind: z.enum(['csv', 'fhir']),
  status: importStatusSchema,
  fault: fileFaultSchema.nullable(),
  bytes: z.number().int(),
  format: formatSchema.nullable().describe('null for FHIR, and before the file is read'),
  profile: profileSchema,
  mapping: z.array(fieldSchema).describe('a field for each column'),
  mappingFault: z.enum(['no-name', 'field-twice']).nullable(),
  remembered: z.boolean().describe('the mapping is that of the last file with this header'),
  choices: choicesSchema,
  asksDateOrder: z.boolean().describe('dates that can be read both ways, and none that decides'),
  tally: tallySchema,
  rowsTotal: z.number().int(),
  rowsDone: z.number().int(),
  createdBy: z.string().nullable().describe('name of the account'),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type ImportView = z.infer<typeof importViewSchema>;

export const previewRowSchema = z.object({
  row: z.number().int(),
  kind: z.enum(['patient', 'guardian', 'practitioner', 'appointment']),
  name: z.string(),
  birthDate: z.string().nullable(),
  numbers: z.array(z.string()),
  email: z.string().nullable(),
  detail: z.string().nullable().describe('what else would be imported, in short'),
  outcome: z
    .enum(['add', 'update', 'skip', 'refuse', 'later'])
    .describe('`later`: known when the rows before it are in'),
  faults: z.array(faultSchema),
});
export type PreviewRow = z.infer<typeof previewRowSchema>;

export const previewSchema = z.object({
  rows: z.array(previewRowSchema),
  samples: z.array(z.array(z.string())).describe('the first values of each column'),
});
export type Preview = z.infer<typeof previewSchema>;

export const findingViewSchema = z.object({
  row: z.number().int(),
  outcome: z.enum(['refused', 'trimmed']),
  faults: z.array(faultSchema),
  cells: z.array(z.string()).describe('the row as it was; empty when it was kept long enough'),
});
export type FindingView = z.infer<typeof findingViewSchema>;
