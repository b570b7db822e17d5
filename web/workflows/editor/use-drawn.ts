import { useMemo, useState } from 'react';
import { Drawn, type Drawing, type RowNode } from './to-nodes.ts';

/** The rows as the picture's nodes; what is as it was stays the same object and is not drawn again. */
export const useDrawn = ({ rows, faults, advice, chosen, draggable }: Drawing): RowNode[] => {
  const [drawn] = useState(() => new Drawn());
  return useMemo(
    () => drawn.renew({ rows, faults, advice, chosen, draggable }),
    [rows, faults, advice, chosen, draggable, drawn],
  );
};
