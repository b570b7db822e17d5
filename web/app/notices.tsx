import { lazy, Suspense, useSyncExternalStore } from 'react';
import { areNoticesWanted, whenNoticesAreWanted } from '../ui/notice.tsx';

const NoticeStack = lazy(() => import('./notice-stack.tsx'));

/** Where notices appear. Loaded with the first one: what is said waits for it. */
export const Notices = () =>
  useSyncExternalStore(whenNoticesAreWanted, areNoticesWanted) && (
    <Suspense>
      <NoticeStack />
    </Suspense>
  );
