import type { ReactNode } from 'react';
import classes from './two-panes.module.css';

interface TwoPanesProps {
  /** something of the list is open: on a telephone only that is shown */
  open: boolean;
  list: ReactNode;
  narrowList?: boolean;
  /** the open one keeps its height and its place while the list scrolls */
  openStays?: boolean;
  children: ReactNode;
}

/** A list at the left, the open one at the right; on a telephone one after the other. */
export const TwoPanes = ({ open, list, narrowList, openStays, children }: TwoPanesProps) => (
  <div className={classes.panes} data-open={open || undefined} data-narrow={narrowList || undefined}>
    <div className={classes.left}>{list}</div>
    <div className={classes.right} data-stays={openStays || undefined}>
      {children}
    </div>
  </div>
);
