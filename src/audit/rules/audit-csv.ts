import { csvLine } from '../../imports/rules/csv-line.ts';
import type { AuditItem } from './audit-views.ts';

export const auditCsvHead = 'time,person,api_key,action,subject,subject_id,detail\r\n';

/** One line of the export, for spreadsheets. */
export const auditCsvLine = ({ at, userName, userId, apiKey, action, subject, detail }: AuditItem): string =>
  csvLine([
    at,
    userName ?? userId ?? '',
    apiKey ?? '',
    action,
    subject.kind,
    subject.id ?? '',
    Object.entries(detail)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join('; '),
  ]);
