import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../src/routing/rules/preview-view.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { StorySteps } from '../../calls/story-steps.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import type { DraftState } from '../draft/routing-draft.ts';
import { settingsOf, useScope } from '../editing.ts';
import { previewQuery } from '../routing.query.ts';
import { CallCaption } from './call-caption.tsx';
import { CallTime } from './call-time.tsx';
import { heardNow } from './heard.ts';
import { TryCaller, type Caller } from './try-caller.tsx';
import { TryKeypad } from './try-keypad.tsx';
import classes from './try-out.module.css';

/** The steps as a call's own story has them. */
const storyOf = ({ at, steps }: Preview) =>
  steps.map(({ seconds, staff, ...step }, seq) => ({
    ...step,
    seq,
    staff: staff === null ? null : { staffId: staff.staffId, name: staff.name },
    at: new Date(Date.parse(at) + seconds * 1000).toISOString(),
  }));

/** A call that is made by hand: the server decides it as it decides real ones, on the draft or on what is published. */
export const TryOut = ({ state }: { state: DraftState }) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { number } = useScope();
  const [which, setWhich] = useState<'draft' | 'published'>('draft');
  const [at, setAt] = useState<string | null>(null);
  const [keys, setKeys] = useState('');
  const [caller, setCaller] = useState<Caller | null>(null);
  const isDraft = state.base.saved !== null && which === 'draft';
  // What callers hear is as the server has it, like the steps beside it.
  const document = isDraft ? state.base.document : state.base.published;
  const settings = settingsOf(document, number);
  const preview = useQuery(
    previewQuery(
      clinic.id,
      { at, digits: keys, number, draft: isDraft, caller: caller?.id ?? null },
      isDraft ? state.base.revision : 0,
    ),
  );
  const steps = preview.data?.steps ?? [];
  const offered = steps.some(({ kind }) => kind === 'menu-offered');
  const situation = { document, settings, steps, keys, clinicName: clinic.name };
  return (
    <Panel title={t('try.title')}>
      <div className={classes.question}>
        {state.base.saved !== null && (
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('try.which')}
            data={[
              { value: 'draft', label: t('try.draft') },
              { value: 'published', label: t('try.published') },
            ]}
            value={which}
            onChange={(value) => setWhich(value === 'draft' ? 'draft' : 'published')}
          />
        )}
        <TryCaller caller={caller} onChange={setCaller} />
        <CallTime at={at} shownAt={preview.data?.at ?? null} onChange={setAt} />
      </div>
      <CallCaption
        heard={(language) => (preview.data === undefined ? [] : heardNow(situation, language))}
        language={settings.language}
      />
      <TryKeypad menu={offered ? settings.menu : []} keys={keys} onKeys={setKeys} />
      <div aria-live="polite" aria-busy={preview.isFetching} data-testid="preview-steps">
        {preview.isError && <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.isPending && <RowsSkeleton rows={5} />}
        {preview.data !== undefined && (
          <StorySteps steps={storyOf(preview.data)} clinic={clinic} since={preview.data.at} />
        )}
      </div>
      <p className={classes.note}>{t('try.note')}</p>
    </Panel>
  );
};
