import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import classes from './timeline.module.css';

interface OpenedProps {
  /** the line that is always there */
  head: ReactNode;
  /** loaded and drawn when it is opened */
  children: ReactNode;
}

/** A line that opens in place. */
export const Opened = ({ head, children }: OpenedProps) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <UnstyledButton
        className={classes.opener}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {head}
        <IconChevronRight size={16} className={classes.chevron} aria-hidden />
      </UnstyledButton>
      {open && (
        <div id={id} className={classes.opened}>
          {children}
        </div>
      )}
    </>
  );
};
