import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useStore } from '../app/store.ts';
import { speechSpeed } from '../settings/speech-speed.ts';
import classes from './lines.module.css';

const TICK_MS = 90;

/**
 * A text that is being spoken: what was said already stands out from what is coming.
 * @param since when the voice began, in milliseconds since the epoch
 * @param going false once something else has been heard or done, or the call is over
 */
export function SpokenText({ text, since, going }: { text: string; since: number; going: boolean }) {
  const still = useReducedMotion();
  const speed = useStore(speechSpeed, (state) => state);
  const [now, setNow] = useState(() => Date.now());
  const spoken = Math.round(((now - since) / 1000) * speed);
  const running = going && !still && spoken < text.length;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  if (!running) return <>{text}</>;
  const cut = wordEnd(text, Math.max(0, spoken));
  return (
    <>
      {text.slice(0, cut)}
      <span className={classes.coming}>{text.slice(cut)}</span>
    </>
  );
}

/** Whole words light up: half a word only flickers. */
function wordEnd(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 ? text.length : space;
}
