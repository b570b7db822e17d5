import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

const pauseMilliseconds = 250;

/**
 * The text of a search field whose value lives elsewhere (in the address): passed on when typing pauses, and taken
 * over when the value is changed from outside, but not when it is only the echo of what was typed a moment ago.
 */
export const useTypedSearch = (value: string, onChange: (value: string) => void) => {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value !== sent) {
      setSent(value);
      setTyped(value);
    }
  }
  const sendSoon = useDebouncedCallback((text: string) => {
    setSent(text.trim());
    onChange(text.trim());
  }, pauseMilliseconds);
  const type = (text: string): void => {
    setTyped(text);
    sendSoon(text);
  };
  return [typed, type] as const;
};
