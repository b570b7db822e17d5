import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicationView } from '../../../src/routing/rules/draft-view.ts';
import type { RoutingDocument } from '../../../src/routing/rules/routing-document.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { MomentText } from '../../ui/moment-text.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { DifferencesList } from '../draft/differences-list.tsx';
import { useEditing } from '../editing.ts';
import { publicationQuery } from '../routing.query.ts';
import classes from './history-part.module.css';

interface PublicationRowProps {
  publication: PublicationView;
  isNewest: boolean;
  /** those that know the names */
  documents: readonly RoutingDocument[];
  busy: boolean;
  onRestore: () => void;
}

/** One publication: who made it, what it changed, and how to bring it back. */
export const PublicationRow = ({
  publication,
  isNewest,
  documents,
  busy,
  onRestore,
}: PublicationRowProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { mayChange } = useEditing();
  const [shown, setShown] = useState(false);
  const { number, note, restores, publishedBy, publishedAt } = publication;
  const differences = useQuery({ ...publicationQuery(clinic.id, number), enabled: shown });
  const isFirst = publishedBy === null;
  return (
    <div className={classes.row} role="group" aria-label={t('history.publication', { number })}>
      <span className={classes.number}>{number}</span>
      <span className={classes.what}>
        <strong>
          {isFirst && t('history.first')}
          {!isFirst && restores === null && t('history.by', { name: publishedBy.name })}
          {!isFirst &&
            restores !== null &&
            t('history.restoredBy', { name: publishedBy.name, number: restores })}
        </strong>
        {!isFirst && <MomentText at={publishedAt} timeZone={clinic.timeZone} words="calendar" />}
        {note !== '' && <span>{note}</span>}
        {isNewest && <span className={classes.now}>{t('history.now')}</span>}
      </span>
      <span className={classes.actions}>
        {!isFirst && (
          <Button size="xs" variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? t('draft.hideDifferences') : t('draft.showDifferences')}
          </Button>
        )}
        {mayChange && !isNewest && (
          <Button size="xs" variant="default" disabled={busy} onClick={onRestore}>
            {t('history.restore', { number })}
          </Button>
        )}
      </span>
      {shown && (
        <div className={classes.differences}>
          {differences.data === undefined ? (
            <RowsSkeleton rows={2} />
          ) : (
            <DifferencesList differences={differences.data} documents={documents} />
          )}
        </div>
      )}
    </div>
  );
};
