import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** What this place is for, and what happens next. */
  children?: ReactNode;
  action?: ReactNode;
}

export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div className={classes.empty}>
    <span className={classes.icon} aria-hidden>
      {icon}
    </span>
    <p className={classes.title}>{title}</p>
    {children !== undefined && <p className={classes.text}>{children}</p>}
    {action}
  </div>
);
