import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import classes from './timeline.module.css';

interface OpenedProps {
  /** the line that is always there */
  head: ReactNode;
  /** open from the start */
  initially?: boolean;
  /** loaded and drawn when it is opened */
  children: ReactNode;
}

/** A line that opens in place. */
export const Opened = ({ head, initially = false, children }: OpenedProps) => {
  const [open, setOpen] = useState(initially);
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
