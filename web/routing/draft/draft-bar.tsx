import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { useEditing } from '../editing.ts';
import { differencesQuery } from '../routing.query.ts';
import classes from './draft-bar.module.css';
import { DraftConflict } from './draft-conflict.tsx';
import { isUnsaved } from '../../drafts/draft-state.ts';
import { DraftStatus } from './draft-status.tsx';
import { DifferencesList } from './differences-list.tsx';
import { ProblemsList } from './problems-list.tsx';
import { isBehind, type KeptDraft } from './routing-draft.ts';
import { useDraftCommands } from './use-draft-commands.ts';
import { useProblems } from './use-problems.ts';

/** How the draft stands to what is published, and what can be done with it. */
export const DraftBar = ({ draft }: { draft: KeptDraft }) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { mayChange } = useEditing();
  const { state } = draft;
  const { data: differences = [] } = useQuery(differencesQuery(clinic.id, state.base));
  const { errors, warnings } = useProblems();
  const { publish, discard, busy } = useDraftCommands(clinic.id, draft);
  const [shown, setShown] = useState<'differences' | 'problems' | null>(null);
  const detailsId = useId();
  const unsaved = isUnsaved(state);
  const isDraft = state.base.saved !== null || unsaved;
  const toggle = (what: 'differences' | 'problems'): void => setShown(shown === what ? null : what);
  const count = errors.length + warnings.length;
  const tryPublish = (): void => {
    if (errors.length > 0) return setShown('problems');
    setShown(null);
    publish();
  };
  return (
    <section className={classes.bar} aria-label={t('draft.title')} data-draft={isDraft || undefined}>
      <div className={classes.line}>
        <DraftStatus state={state} changes={differences.length} />
        {count > 0 && mayChange && (
          <Button
            size="xs"
            variant="subtle"
            color={errors.length > 0 ? 'red' : 'gray'}
            aria-expanded={shown === 'problems'}
            aria-controls={detailsId}
            onClick={() => toggle('problems')}
          >
            {errors.length > 0
              ? t('draft.problems', { count: errors.length })
              : t('draft.warnings', { count: warnings.length })}
          </Button>
        )}
        {isDraft && (
          <div className={classes.actions}>
            <Button
              size="xs"
              variant="default"
              aria-expanded={shown === 'differences'}
              aria-controls={detailsId}
              disabled={differences.length === 0}
              onClick={() => toggle('differences')}
            >
              {shown === 'differences' ? t('draft.hideDifferences') : t('draft.showDifferences')}
            </Button>
            {mayChange && (
              <>
                <Button
                  size="xs"
                  variant="subtle"
                  color="gray"
                  disabled={unsaved || busy}
                  onClick={() => {
                    setShown(null);
                    discard();
                  }}
                >
                  {t('draft.discard')}
                </Button>
                <Button
                  size="xs"
                  loading={busy}
                  disabled={unsaved || isBehind(state) || differences.length === 0}
                  onClick={tryPublish}
                >
                  {t('draft.publish')}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
      <DraftConflict draft={draft} />
      <div id={detailsId} className={shown === null ? undefined : classes.details}>
        {shown === 'differences' && (
          <DifferencesList
            differences={differences}
            documents={[state.document, state.base.published]}
            linked
          />
        )}
        {shown === 'problems' && (
          <ProblemsList problems={[...errors, ...warnings]} refused={errors.length > 0} />
        )}
      </div>
    </section>
  );
};
