import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AuditItem } from '../../src/audit/rules/audit-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { exact } from '../ui/moment.ts';
import { useActionWords, useDetailWords } from './action-words.ts';
import classes from './audit.module.css';

const columns = ['at', 'person', 'action', 'detail'] as const;

export const AuditRows = ({ items }: { items: readonly AuditItem[] }) => {
  const { t } = useTranslation('audit');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <AuditRow key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
};

const AuditRow = ({ item }: { item: AuditItem }) => {
  const { t, i18n } = useTranslation('audit');
  const { clinic } = useCurrentClinic();
  const words = useActionWords();
  const detailWords = useDetailWords();
  const details = Object.entries(item.detail).filter(([, value]) => value !== null && value !== '');
  return (
    <tr>
      <td>
        <time dateTime={item.at} className={classes.moment}>
          {exact(item.at, i18n.language, clinic.timeZone)}
        </time>
      </td>
      <td>
        {item.userName ?? t('system')}
        {item.apiKey !== null && ` (${t('byKey', { name: item.apiKey })})`}
      </td>
      <td>
        <span className={classes.action}>{words(item.action)}</span>
        {item.subject.name !== null && item.subject.id !== item.userId && `: ${item.subject.name}`}
        <SubjectLinks subject={item.subject} />
      </td>
      <td className={classes.detail}>
        {details.map(([name, value]) => detailWords(name, value)).join(' · ')}
      </td>
    </tr>
  );
};

/** To the thing itself where it has a page, and to everything that was done with it. */
const SubjectLinks = ({ subject: { kind, id } }: { subject: AuditItem['subject'] }) => {
  const { t } = useTranslation('audit');
  const { clinic } = useCurrentClinic();
  if (id === null) return null;
  return (
    <span className={classes.links}>
      {kind === 'call' && (
        <Link to="/clinics/$clinicId/calls/$callId" params={{ clinicId: clinic.id, callId: id }}>
          {t('open')}
        </Link>
      )}
      {kind === 'voicemail' && (
        <Link
          to="/clinics/$clinicId/voicemail/$voicemailId"
          params={{ clinicId: clinic.id, voicemailId: id }}
        >
          {t('open')}
        </Link>
      )}
      {kind === 'patient' && (
        <Link to="/clinics/$clinicId/patients/$patientId" params={{ clinicId: clinic.id, patientId: id }}>
          {t('open')}
        </Link>
      )}
      {kind === 'import' && (
        <Link
          to="/clinics/$clinicId/patients/import/$importId"
          params={{ clinicId: clinic.id, importId: id }}
        >
          {t('open')}
        </Link>
      )}
      <Link to="/clinics/$clinicId/settings/audit" params={{ clinicId: clinic.id }} search={{ subject: id }}>
        {t('history')}
      </Link>
    </span>
  );
};
