import { useEffect, useEffectEvent } from 'react';
import { isInOpenLayer } from '../../keys/is-typing.ts';

/** Ctrl or ⌘ with Z and Y, wherever one is in the editor: a field's own way back knows nothing of the rest. */
export const useEditorKeys = (undo: () => void, redo: () => void): void => {
  const act = useEffectEvent((back: boolean) => (back ? undo() : redo()));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isInOpenLayer(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      act(key === 'z' && !event.shiftKey);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};
