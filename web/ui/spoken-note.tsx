import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { VisuallyHidden } from '@mantine/core';

const AnnounceContext = createContext<(words: string) => void>(() => undefined);

/** Says to screen readers what a person with eyes sees happen. */
export const useSpokenNote = (): ((words: string) => void) => use(AnnounceContext);

/** The place from which it is said; one on a page. */
export const SpokenNotes = ({ children }: { children: ReactNode }) => {
  const [note, setNote] = useState({ words: '', count: 0 });
  const say = useCallback((words: string) => setNote(({ count }) => ({ words, count: count + 1 })), []);
  return (
    <AnnounceContext value={say}>
      {children}
      <VisuallyHidden aria-live="assertive" data-testid="spoken-note">
        {/* The same words twice are two events: the key makes the second one new. */}
        <span key={note.count}>{note.words}</span>
      </VisuallyHidden>
    </AnnounceContext>
  );
};
