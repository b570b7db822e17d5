import type { Definition } from '../definition.ts';
import { programOf } from '../program.ts';
import { contentOf, isSend } from '../send.ts';

/** The templates of the clinic that its steps name. */
export const templatesIn = (definition: Definition): string[] => [
  ...new Set(
    [...programOf(definition).places.values()].flatMap(({ step }) => {
      const content = isSend(step) ? contentOf(step) : null;
      return content !== null && 'templateId' in content ? [content.templateId] : [];
    }),
  ),
];
