import type { DefinitionFault } from '../../../../src/workflows/rules/definition-fault.ts';
import type { Definition } from '../../../../src/workflows/rules/definition.ts';
import type { Step } from '../../../../src/workflows/rules/steps.ts';
import type { MyClinic } from '../../../accounts/me.query.ts';

/** What the form of a step is given: the step, what is wrong with it, and the workflow around it. */
export interface FormOf<Kind extends Step> {
  step: Kind;
  /** those of this step */
  faults: readonly DefinitionFault[];
  clinic: MyClinic;
  definition: Definition;
  onChange: (step: Step) => void;
}
