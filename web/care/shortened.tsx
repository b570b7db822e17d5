import { UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './care.module.css';

interface ShortenedProps {
  title: string;
  open: readonly ReactNode[];
  over: readonly ReactNode[];
}

/** What is open, and what is over on request; with nothing open the last that was. */
export const Shortened = ({ title, open, over }: ShortenedProps) => {
  const { t } = useTranslation('care');
  const [all, setAll] = useState(false);
  const shown = all ? over : open.length === 0 ? over.slice(0, 1) : [];
  const hidden = over.length - shown.length;
  if (open.length + over.length === 0) return null;
  return (
    <section className={classes.group}>
      <h3 className={classes.groupTitle}>{title}</h3>
      <ul className={classes.list}>{[...open, ...shown]}</ul>
      {hidden > 0 && (
        <UnstyledButton className={classes.more} onClick={() => setAll(true)}>
          {t('showOver', { count: hidden })}
        </UnstyledButton>
      )}
    </section>
  );
};
