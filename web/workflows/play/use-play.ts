import { useEffect, useEffectEvent, useState } from 'react';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { Answer } from '../../../src/workflows/rules/play/answer.ts';
import type { Act } from '../../../src/workflows/rules/play/play.ts';
import {
  back,
  begin,
  give,
  isFinished,
  isRinging,
  isToldWhole,
  lastOf,
  litIn,
  next,
  perform,
  toTheEnd,
  type Played,
  type Setting,
} from './play-state.ts';

/** From one line to the next: long enough to read it. */
const pace = 1600;

/** A play of this definition. It begins anew when the definition or the setting is another. */
export const usePlay = (definition: Definition, setting: Setting, onStep: (step: string | null) => void) => {
  const [played, setPlayed] = useState<Played>(() => begin(definition, setting));
  const [playing, setPlaying] = useState(false);
  const last = lastOf(played);
  const lit = litIn(last);
  const finished = isFinished(played);
  const ringing = isToldWhole(last) && isRinging(last);
  const goesOn = playing && !finished && !ringing;
  const tellStep = useEffectEvent(onStep);
  useEffect(() => tellStep(lit), [lit]);
  useEffect(() => {
    if (!goesOn) return undefined;
    const timer = setInterval(() => setPlayed(next), pace);
    return () => clearInterval(timer);
  }, [goesOn]);
  return {
    played,
    ...last,
    finished,
    ringing,
    playing: goesOn,
    isAtStart: played.worlds.length === 1,
    next: () => setPlayed(next),
    back: () => {
      setPlaying(false);
      setPlayed(back);
    },
    toTheEnd: () => setPlayed(toTheEnd),
    again: () => {
      setPlaying(false);
      setPlayed(begin(definition, setting));
    },
    playOn: () => setPlaying(true),
    hold: () => setPlaying(false),
    give: (key: string, said: Answer) => setPlayed((before) => give(before, key, said)),
    perform: (act: Act) => setPlayed((before) => perform(before, act)),
  };
};
export type Play = ReturnType<typeof usePlay>;
