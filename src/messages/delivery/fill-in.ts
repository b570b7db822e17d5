import type { LinkWriter } from '../../links/link-writer.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { DueRow, Ending } from './claim.store.ts';
import type { ClinicWords } from './recipients.store.ts';
import { greetedAs } from '../rules/family-text.ts';
import { fitsSms, textIn, type TemplateTexts } from '../rules/template-texts.ts';
import { selectCurrentTexts } from '../templates/subjects.store.ts';
import { fillTemplate } from '../rules/template-engine.ts';
import { loadTemplateValues } from '../templates/template-values.ts';

export type FilledRow = DueRow & {
  body: string;
  templateVersion: number | null;
  /** of whom it is about */
  firstName: string;
  /** as the reader is greeted */
  readerName: string;
};
type Faulty = Ending & { instanceId: string | null };

type Known = {
  templates: Map<string, { version: number; texts: TemplateTexts }>;
  valuesOf: Awaited<ReturnType<typeof loadTemplateValues>>;
  clinic: ClinicWords;
  links: LinkWriter;
};

const load = async (
  trx: ClinicTransaction,
  rows: readonly DueRow[],
  given: Pick<Known, 'clinic' | 'links'>,
): Promise<Known> => {
  const named = [...new Set(rows.flatMap(({ templateId }) => templateId ?? []))];
  const templates = named.length === 0 ? new Map() : await selectCurrentTexts(trx, named);
  const abouts = rows.map((row) => ({
    ...row,
    text: JSON.stringify(templates.get(row.templateId ?? '')?.texts ?? null),
  }));
  return { templates, valuesOf: await loadTemplateValues(trx, abouts, given.clinic), ...given };
};

type Fault = 'no-template' | 'template-faulty' | 'no-postal-address';

const fill = (row: DueRow, known: Known): FilledRow | Fault => {
  const template = known.templates.get(row.templateId!);
  if (template === undefined) return 'no-template';
  const chosen = textIn(template.texts, row.language, known.clinic.language);
  if (chosen === null) return 'no-template';
  const { language, text } = chosen;
  const url = (purpose: 'page' | 'unsubscribe') => known.links.url(row.key, { purpose, target: null });
  const about = known.valuesOf(row, language, { page: url('page'), unsubscribe: url('unsubscribe') });
  if (about === null) return 'no-template';
  const values = { ...about, workflow: row.templateValues ?? {} };
  const body = fillTemplate(text.body, values);
  const head = text.subject === null ? null : fillTemplate(text.subject, values);
  if (body === null || (text.subject !== null && head === null)) return 'template-faulty';
  if (row.channel === 'sms' && !fitsSms(body)) return 'template-faulty';
  const names = {
    firstName: String(about['patient']!['first_name']),
    readerName: greetedAs(about['recipient']!, language),
  };
  return { ...row, ...names, body, subject: head, language, templateVersion: template.version };
};

/** Advertising says who sends it and where they are. */
const lacksAddress = ({ channel, purpose, unsureSince }: DueRow, clinic: ClinicWords): boolean =>
  channel === 'email' && purpose === 'marketing' && clinic.postalAddress === null && unsureSince === null;

/**
 * Writes the texts of messages that come from templates, from what is true now: an appointment that was moved while its
 * reminder waited is named with its new time. What was written before an earlier attempt stays as it is.
 */
export const fillIn = async (
  trx: ClinicTransaction,
  rows: readonly DueRow[],
  given: Pick<Known, 'clinic' | 'links'>,
): Promise<{ filled: FilledRow[]; faulty: Faulty[] }> => {
  const isOpen = ({ templateId, unsureSince }: DueRow): boolean =>
    templateId !== null && unsureSince === null;
  const known = await load(trx, rows.filter(isOpen), given);
  const filled: FilledRow[] = [];
  const faulty: Faulty[] = [];
  for (const row of rows) {
    const { id, instanceId, body } = row;
    const written: FilledRow | Fault =
      body === null ? 'no-template' : { ...row, body, templateVersion: null, firstName: '', readerName: '' };
    const result = lacksAddress(row, given.clinic)
      ? 'no-postal-address'
      : isOpen(row)
        ? fill(row, known)
        : written;
    if (typeof result === 'string')
      faulty.push({ id, instanceId, status: 'failed', reason: result, decisionId: null });
    else filled.push(result);
  }
  return { filled, faulty };
};
