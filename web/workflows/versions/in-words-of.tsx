import type { ReactNode } from 'react';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { NamesOf } from '../definition-names.tsx';
import { useStepName } from '../use-step-name.ts';
import { useAspectWords } from './use-aspect-words.ts';
import { usePartWords } from './use-part-words.ts';
import { usePlaceWords } from './use-place-words.ts';

const useVersionWords = () => ({
  told: useStepName().told,
  aspect: useAspectWords(),
  part: usePartWords(),
  place: usePlaceWords(),
});
/** How one version speaks of itself: by its own numbers. */
export type VersionWords = ReturnType<typeof useVersionWords>;

interface InWordsOfProps {
  definition: Definition;
  children: (words: VersionWords) => ReactNode;
}

export const InWordsOf = ({ definition, children }: InWordsOfProps) => (
  <NamesOf definition={definition}>
    <Words>{children}</Words>
  </NamesOf>
);

const Words = ({ children }: Pick<InWordsOfProps, 'children'>) => children(useVersionWords());
