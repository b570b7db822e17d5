import type { LinkWriter } from '../links/link-writer.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DueRow, Ending } from './claim.store.ts';
import type { ClinicWords } from './recipients.store.ts';
import { formatPhone } from './rules/format-phone.ts';
import { subjectValues } from './rules/subject-values.ts';
import { nestValues } from './rules/template-variables.ts';
import { fitsSms, textIn, type TemplateTexts } from './rules/template-texts.ts';
import { selectAppointments, selectCurrentTexts, selectPeople } from './subjects.store.ts';
import { fillTemplate } from './template-engine.ts';

export type FilledRow = DueRow & { body: string; templateVersion: number | null };
type Faulty = Ending & { instanceId: string | null };

type Known = {
  templates: Map<string, { version: number; texts: TemplateTexts }>;
  people: Awaited<ReturnType<typeof selectPeople>>;
  appointments: Awaited<ReturnType<typeof selectAppointments>>;
  clinic: ClinicWords;
  links: LinkWriter;
};

const load = async (
  trx: ClinicTransaction,
  rows: readonly DueRow[],
  given: Pick<Known, 'clinic' | 'links'>,
): Promise<Known> => {
  if (rows.length === 0)
    return { templates: new Map(), people: new Map(), appointments: new Map(), ...given };
  const ids = (of: (row: DueRow) => string | null): string[] => [
    ...new Set(rows.map(of).filter((id) => id !== null)),
  ];
  const people = [...ids(({ patientId }) => patientId), ...ids(({ recipientId }) => recipientId)];
  return {
    templates: await selectCurrentTexts(
      trx,
      ids(({ templateId }) => templateId),
    ),
    people: await selectPeople(trx, people),
    appointments: await selectAppointments(
      trx,
      ids(({ appointmentId }) => appointmentId),
    ),
    ...given,
  };
};

type Fault = 'no-template' | 'template-faulty' | 'no-postal-address';

const fill = (row: DueRow, known: Known): FilledRow | Fault => {
  const template = known.templates.get(row.templateId!);
  const patient = known.people.get(row.patientId ?? '');
  const recipient = known.people.get(row.recipientId ?? '');
  if (template === undefined || !patient || !recipient) return 'no-template';
  const chosen = textIn(template.texts, row.language, known.clinic.language);
  if (chosen === null) return 'no-template';
  const { language, text } = chosen;
  const { name, firstNumber, country, timeZone } = known.clinic;
  const phone = firstNumber === null ? null : formatPhone(firstNumber, country);
  const appointment = known.appointments.get(row.appointmentId ?? '') ?? null;
  const url = (purpose: 'page' | 'unsubscribe') => known.links.url(row.id, { purpose, target: null });
  const links = { page: url('page'), unsubscribe: url('unsubscribe') };
  const subject = { patient, recipient, clinic: { name, phone, timeZone }, links, appointment };
  const values = { ...nestValues(subjectValues(subject, language)), workflow: row.templateValues ?? {} };
  const body = fillTemplate(text.body, values);
  const head = text.subject === null ? null : fillTemplate(text.subject, values);
  if (body === null || (text.subject !== null && head === null)) return 'template-faulty';
  if (row.channel === 'sms' && !fitsSms(body)) return 'template-faulty';
  return { ...row, body, subject: head, language, templateVersion: template.version };
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
      body === null ? 'no-template' : { ...row, body, templateVersion: null };
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
