import { useCallback, useId, useRef, useState, type ReactNode } from 'react';
import classes from './pop-up.module.css';

type Place = 'below-start' | 'below-end' | 'above-end';

interface PopUpProps {
  /** What the panel is, for those who do not see it. */
  label: string;
  place: Place;
  width: number;
  buttonClass?: string | undefined;
  buttonLabel?: string | undefined;
  /** For the colour of the button. */
  tone?: string;
  disabled?: boolean;
  /** Why it is disabled, or what it is for. */
  title?: string | undefined;
  button: ReactNode;
  children: (close: () => void) => ReactNode;
}

const gap = 6;

/** Beside its button, and never outside the window. */
const position = (panel: HTMLElement, button: HTMLElement, place: Place, width: number): void => {
  const at = button.getBoundingClientRect();
  const wanted = place === 'below-start' ? at.left : at.right - width;
  panel.style.left = `${Math.max(gap, Math.min(wanted, window.innerWidth - width - gap))}px`;
  panel.style.top = place === 'above-end' ? 'auto' : `${at.bottom + gap}px`;
  panel.style.bottom = place === 'above-end' ? `${window.innerHeight - at.top + gap}px` : 'auto';
};

/**
 * A panel that opens at a button: the browser's own popover, which closes by Esc or a click elsewhere and gives the
 * focus back. The frame is part of every first load, and a positioning library would be a tenth of it.
 */
export const PopUp = (props: PopUpProps) => {
  const { label, place, width, buttonClass, buttonLabel, tone, disabled, title, button, children } = props;
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => document.getElementById(id)?.hidePopover(), [id]);
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={`${classes.button} ${buttonClass ?? ''}`}
        popoverTarget={id}
        data-tone={tone}
        disabled={disabled}
        title={title}
        aria-label={buttonLabel}
      >
        {button}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={classes.panel}
        style={{ width }}
        onBeforeToggle={(event) => {
          if (event.newState !== 'open') return;
          setOpen(true);
          if (opener.current !== null) position(event.currentTarget, opener.current, place, width);
        }}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children(close)}
      </div>
    </>
  );
};
