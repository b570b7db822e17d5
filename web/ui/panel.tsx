import { useId, type ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  title: string;
  count?: number | undefined;
  actions?: ReactNode;
  children: ReactNode;
}

/** One quiet surface with a heading. Panels do not stand inside panels. */
export const Panel = ({ title, count, actions, children }: PanelProps) => {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {count !== undefined && count > 0 && <span className={classes.count}>{count}</span>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
};
