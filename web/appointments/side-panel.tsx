import { CloseButton } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel.tsx';
import classes from './appointment-panel.module.css';

interface SidePanelProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Stands beside the calendar, instead of it on a phone. The keyboard goes there; Escape closes it. */
export const SidePanel = ({ title, onClose, children }: SidePanelProps) => {
  const { t } = useTranslation('calendar');
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = element;
    if (current !== null && !current.contains(document.activeElement)) current.focus();
  }, []);
  return (
    <div
      ref={element}
      className={classes.side}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <Panel title={title} actions={<CloseButton aria-label={t('close')} onClick={onClose} />}>
        <div className={classes.body}>{children}</div>
      </Panel>
    </div>
  );
};
