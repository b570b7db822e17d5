import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../src/routing/rules/preview-view.ts';
import type { RoutingView } from '../../src/routing/rules/routing-view.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { StorySteps } from '../calls/story-steps.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import classes from './call-preview.module.css';
import { instantAt, wallTime } from './clinic-time.ts';
import { menuAfterKeys } from './edit-menu.ts';
import { previewQuery } from './routing.query.ts';

/** The steps as a call's own story has them. */
const storyOf = ({ at, steps }: Preview) =>
  steps.map(({ seconds, staff, ...step }, seq) => ({
    ...step,
    seq,
    staff: staff === null ? null : { staffId: staff.staffId, name: staff.name },
    at: new Date(Date.parse(at) + seconds * 1000).toISOString(),
  }));

/** What would happen to a call at a time, with keys pressed: the server decides it as it decides real calls. */
export const CallPreview = ({ routing }: { routing: RoutingView }) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const [wall, setWall] = useState<string | null>(null);
  const [keys, setKeys] = useState('');
  const at = wall === null ? null : instantAt(wall, clinic.timeZone);
  const preview = useQuery(previewQuery(clinic.id, { at, digits: keys }));
  const heard = preview.data?.steps.some(({ kind }) => kind === 'menu-offered') ?? false;
  const options = heard ? menuAfterKeys(routing.menu, keys) : [];
  return (
    <Panel title={t('preview.title')}>
      <div className={classes.question}>
        <p className={classes.text}>{t('preview.text')}</p>
        <TextInput
          type="datetime-local"
          label={t('preview.when', { zone: clinic.timeZone.replace('_', ' ') })}
          value={
            wall ?? (preview.data === undefined ? '' : wallTime(Date.parse(preview.data.at), clinic.timeZone))
          }
          onChange={(event) => setWall(event.currentTarget.value)}
        />
        <Button variant="default" disabled={wall === null} onClick={() => setWall(null)}>
          {t('preview.now')}
        </Button>
        <TextInput
          label={t('preview.keys')}
          placeholder={t('preview.keysHelp')}
          inputMode="tel"
          autoComplete="off"
          value={keys}
          onChange={(event) => setKeys(event.currentTarget.value.replaceAll(/[^0-9*#]/g, '').slice(0, 20))}
        />
        <Button variant="default" disabled={keys === ''} onClick={() => setKeys('')}>
          {t('preview.startOver')}
        </Button>
        {options.length > 0 && (
          <ul className={classes.options}>
            {options.map(({ digit, label }) => (
              <li key={digit}>
                <Button
                  size="compact-sm"
                  variant="light"
                  aria-label={t('preview.press', { key: digit, label })}
                  onClick={() => setKeys(keys + digit)}
                >
                  {digit} {label}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div aria-live="polite" aria-busy={preview.isFetching} data-testid="preview-steps">
        {preview.isError && <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.isPending && <RowsSkeleton rows={5} />}
        {preview.data !== undefined && (
          <StorySteps steps={storyOf(preview.data)} clinic={clinic} since={preview.data.at} />
        )}
      </div>
    </Panel>
  );
};
