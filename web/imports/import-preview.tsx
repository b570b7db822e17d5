import {
  IconCircleMinus,
  IconCirclePlus,
  IconClock,
  IconForbid,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Preview, PreviewRow } from '../../src/imports/rules/import-views.ts';
import { Panel } from '../ui/panel.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';
import classes from './import-preview.module.css';
import { useReasonWords } from './reason-words.ts';

const looks: Record<PreviewRow['outcome'], { tone: Tone; icon: Icon }> = {
  add: { tone: 'green', icon: IconCirclePlus },
  update: { tone: 'blue', icon: IconRefresh },
  skip: { tone: 'grey', icon: IconCircleMinus },
  refuse: { tone: 'red', icon: IconForbid },
  later: { tone: 'grey', icon: IconClock },
};
const columns = ['row', 'outcome', 'name', 'birthDate', 'contact'] as const;

/** The first rows as they would be imported now. */
export const ImportPreview = ({ preview, stale }: { preview: Preview; stale: boolean }) => {
  const { t } = useTranslation('imports');
  return (
    <Panel title={t('preview.title')}>
      <p className={classes.text}>
        {preview.rows.length === 0
          ? t('preview.appointmentsOnly')
          : t('preview.text', { count: preview.rows.length })}
      </p>
      {preview.rows.length > 0 && (
        <table className={classes.table} aria-busy={stale}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {t(`preview.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};

const Row = ({ row }: { row: PreviewRow }) => {
  const { t, i18n } = useTranslation('imports');
  const { format } = usePhoneNumbers();
  const reasonWords = useReasonWords();
  const { tone, icon: OutcomeIcon } = looks[row.outcome];
  const born =
    row.birthDate === null
      ? ''
      : new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
          new Date(`${row.birthDate}T00:00:00Z`),
        );
  return (
    <tr>
      <td data-column="row">{row.row}</td>
      <td data-column="outcome">
        <StatusLabel tone={tone} icon={<OutcomeIcon size={14} />}>
          {t(`preview.outcomes.${row.outcome}`)}
        </StatusLabel>
      </td>
      <td data-column="name">
        {row.name}
        {row.faults.length > 0 && (
          <span className={classes.faults}>{row.faults.map(reasonWords).join('. ')}</span>
        )}
      </td>
      <td data-column="birthDate">{born}</td>
      <td data-column="contact">
        {[...row.numbers.map(format), ...(row.email === null ? [] : [row.email])].join(', ')}
      </td>
    </tr>
  );
};
