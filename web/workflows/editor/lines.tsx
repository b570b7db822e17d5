import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import { lineAt, type Layout } from './layout-steps.ts';
import classes from './picture.module.css';

const pathOf = ({ rows, lines }: Layout): string => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return lines
    .flatMap(({ from, to, goes }) => {
      const [above, below] = [byId.get(from), byId.get(to)];
      if (above === undefined || below === undefined) return [];
      const start = `M${above.x + lineAt} ${above.y + above.height}`;
      return goes === 'down'
        ? [`${start}V${below.y}`]
        : [`${start}V${below.y + below.height - 14}H${below.x + 12}`];
    })
    .join('');
};

/** The lines from step to step: one drawing behind all of them, so that whatever is dragged costs nothing here. */
export const Lines = memo(({ layout }: { layout: Layout }) => (
  <ViewportPortal>
    <svg className={classes.lines} width={1} height={1} aria-hidden>
      <path d={pathOf(layout)} />
    </svg>
  </ViewportPortal>
));
Lines.displayName = 'Lines';
