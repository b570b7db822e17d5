import type { AuditItem } from './audit-views.ts';

export const auditCsvHead = 'time,person,api_key,action,subject,subject_id,detail\r\n';

/** A spreadsheet takes a cell that begins like this for a formula, and would run it. */
const formula = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** One line of the export, for spreadsheets. */
export const auditCsvLine = ({ at, userName, userId, apiKey, action, subject, detail }: AuditItem): string =>
  `${[
    at,
    userName ?? userId ?? '',
    apiKey ?? '',
    action,
    subject.kind,
    subject.id ?? '',
    Object.entries(detail)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join('; '),
  ]
    .map(cell)
    .join(',')}\r\n`;
