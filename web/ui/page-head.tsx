import type { ReactNode } from 'react';
import classes from './page-head.module.css';
import { usePageTitle } from './page-title.ts';

/** The name of a page, and what narrows or changes all of it. */
export const PageHead = ({ title, children }: { title: string; children?: ReactNode }) => {
  usePageTitle(title);
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{title}</h1>
      {children}
    </header>
  );
};
