import type { ReactNode } from 'react';
import classes from './status-label.module.css';

export type Tone = 'amber' | 'green' | 'red' | 'blue' | 'grey';

interface StatusLabelProps {
  tone: Tone;
  /** Never the colour alone: a status has an icon and a word. */
  icon: ReactNode;
  children: ReactNode;
}

export const StatusLabel = ({ tone, icon, children }: StatusLabelProps) => (
  <span className={classes.label} data-tone={tone}>
    <span className={classes.icon} aria-hidden>
      {icon}
    </span>
    {children}
  </span>
);
