import type { Definition } from '../../../../src/workflows/rules/definition.ts';
import type { DefinitionFault } from '../../../../src/workflows/rules/definition-fault.ts';

/** What the form of one part of a workflow's head is given. */
export interface HeadFormOf<Part extends keyof Definition> {
  value: Definition[Part];
  /** of the workflow as a whole: those of no step */
  faults: readonly DefinitionFault[];
  definition: Definition;
  onChange: (value: Definition[Part]) => void;
}
