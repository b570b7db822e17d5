import { Spotlight } from '@mantine/spotlight';
import type { ReactNode } from 'react';
import classes from './entry.module.css';

export interface EntryProps {
  id: string;
  label: string;
  hint?: string | undefined;
  icon: ReactNode;
  /** A second thing to do with it, by its own button. */
  aside?: ReactNode;
  onSelect: () => void;
}

/** One line of the search. */
export const Entry = ({ label, hint, icon, aside, onSelect }: EntryProps) => (
  <Spotlight.Action onClick={onSelect} className={classes.entry}>
    <span className={classes.icon} aria-hidden>
      {icon}
    </span>
    <span className={classes.words}>
      <span className={classes.label}>{label}</span>
      {hint !== undefined && hint !== '' && <span className={classes.hint}>{hint}</span>}
    </span>
    {aside}
  </Spotlight.Action>
);
