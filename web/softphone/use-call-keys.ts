import { useEffect } from 'react';
import { isInOpenLayer, isTyping } from '../keys/is-typing.ts';

/**
 * Enter accepts and Esc declines wherever the focus is, except in a text being typed and in an open menu, where
 * these keys mean something else.
 */
export const useCallKeys = (callSid: string | null, accept: () => void, decline: () => void): void => {
  useEffect(() => {
    if (callSid === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (isTyping(event.target) || isInOpenLayer(event.target)) return;
      // "Decline" or the caller's name has the focus: Enter means what the focus says.
      if (
        event.target instanceof Element &&
        event.target.closest('[data-call-answer], [data-person-link]') !== null &&
        event.key === 'Enter'
      )
        return;
      if (event.key === 'Enter') accept();
      else if (event.key === 'Escape') decline();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [callSid, accept, decline]);
};
