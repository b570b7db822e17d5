import type { ReactNode } from 'react';
import classes from './frame.module.css';

interface FrameProps {
  clinic: string | null;
  /** how to reach the clinic, at the right */
  aside?: ReactNode;
  children: ReactNode;
}

/** What every page of a link has: who writes, and the page. */
export const Frame = ({ clinic, aside, children }: FrameProps) => (
  <main className={classes.frame}>
    {clinic !== null && (
      <header className={classes.head}>
        <span className={classes.clinic}>{clinic}</span>
        {aside}
      </header>
    )}
    {children}
  </main>
);
