import { lazy, Suspense } from 'react';
import { withWords } from '../../app/language.ts';
import { withTemporal } from '../../platform/with-temporal.ts';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import type { PlayPanelProps } from './play-panel.tsx';

const load = withWords(
  ['play', 'patients', 'consent'],
  withTemporal(() => import('./play-panel.tsx')),
);
const Panel = lazy(async () => ({ default: (await load()).PlayPanel }));

/** The play of a workflow. The interpreter, the gate and the calendars of holidays are loaded only when somebody plays. */
export const PlayPanel = (props: PlayPanelProps) => (
  <Suspense fallback={<RowsSkeleton rows={6} />}>
    <Panel {...props} />
  </Suspense>
);
