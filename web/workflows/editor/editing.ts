import { createContext, use } from 'react';
import type { Advice } from '../../../src/workflows/rules/advice/advice.ts';
import type { DefinitionFault } from '../../../src/workflows/rules/definition-fault.ts';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import type { Place } from './edit-steps.ts';

/** What can be done to the workflow, by the picture and by the panel beside it. */
export interface Editing {
  definition: Definition;
  faults: readonly DefinitionFault[];
  advice: readonly Advice[];
  /** the row that is looked at: a step, the beginning or the end */
  chosen: string;
  folded: ReadonlySet<string>;
  choose: (id: string) => void;
  fold: (id: string, folded: boolean) => void;
  change: (definition: Definition) => void;
  changeStep: (step: Step) => void;
  add: (place: Place, kind: Step['do']) => void;
  move: (id: string, to: Place) => void;
  /** one place up or down */
  nudge: (id: string, by: 1 | -1) => void;
  duplicate: (id: string) => void;
  /** Keeps it, with all inside of it, to be put elsewhere: in another workflow too. */
  copy: (id: string) => void;
  /** Copies of these steps come to this place. */
  insert: (place: Place, steps: readonly Step[]) => void;
  remove: (id: string) => void;
}

export const EditingContext = createContext<Editing | null>(null);

export const useEditing = (): Editing => {
  const editing = use(EditingContext);
  if (editing === null) throw new Error('outside of the editor');
  return editing;
};
