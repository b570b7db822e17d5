import { IconAlertTriangle, IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { MomentText } from '../../ui/moment-text.tsx';
import { StatusLabel } from '../../ui/status-label.tsx';
import classes from './draft-bar.module.css';
import { isUnsaved } from '../../drafts/draft-state.ts';
import type { DraftState } from './routing-draft.ts';

/** Whether anything waits to be published, and whether it is safe on the server. */
export const DraftStatus = ({ state, changes }: { state: DraftState; changes: number }) => {
  const { t } = useTranslation('routing');
  const { clinic, me } = useCurrentClinic();
  const { saved } = state.base;
  const unsaved = isUnsaved(state);
  if (saved === null && !unsaved)
    return (
      <StatusLabel tone="green" icon={<IconCircleCheck />}>
        {t('draft.allPublished')}
      </StatusLabel>
    );
  return (
    <>
      <StatusLabel tone="amber" icon={<IconPencil />}>
        {changes === 0 ? t('draft.noChanges') : t('draft.notPublished', { count: changes })}
      </StatusLabel>
      <span className={classes.state} role="status">
        {state.failed && (
          <StatusLabel tone="red" icon={<IconAlertTriangle />}>
            {t('draft.notSaved')}
          </StatusLabel>
        )}
        {!state.failed && unsaved && t('draft.saving')}
        {!state.failed && !unsaved && saved !== null && (
          <>
            {saved.by === null || saved.by.userId === me.user.id
              ? t('draft.saved')
              : t('draft.savedBy', { name: saved.by.name })}{' '}
            <MomentText at={saved.at} timeZone={clinic.timeZone} />
          </>
        )}
      </span>
    </>
  );
};
