import { useEffect, useEffectEvent } from 'react';
import { isInOpenLayer, isTyping } from './is-typing.ts';
import { prefixMilliseconds, readKey, type Asked } from './read-key.ts';
import { areSingleKeysOn } from './single-keys.ts';

const focusPageSearch = (): boolean => {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  field?.focus();
  field?.select();
  return field !== null;
};

/** Listens for the keys of the frame. @param onAsked returns whether the key meant something here */
export const useKeys = (onAsked: (asked: Asked) => boolean): void => {
  const answer = useEffectEvent(onAsked);
  useEffect(() => {
    let prefixAt = -Infinity;
    const onKey = (event: KeyboardEvent): void => {
      if (event.repeat || event.defaultPrevented) return;
      const press = {
        key: event.key,
        command: event.ctrlKey || event.metaKey,
        other: event.altKey,
        elsewhere: isTyping(event.target) || isInOpenLayer(event.target),
      };
      const asked = readKey(press, event.timeStamp - prefixAt < prefixMilliseconds, areSingleKeysOn());
      prefixAt = asked?.ask === 'prefix' ? event.timeStamp : -Infinity;
      if (asked === null || asked.ask === 'prefix') return;
      if (asked.ask === 'find-on-page' ? focusPageSearch() : answer(asked)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};
