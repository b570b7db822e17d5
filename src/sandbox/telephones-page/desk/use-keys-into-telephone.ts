import { useEffect } from 'react';
import { dialText } from '../telephone/dial-text.ts';
import { useDesk } from './desk-context.ts';
import type { Desk } from './start-desk.ts';
import { telephoneActions } from './telephone-actions.ts';

const KEY = /^[0-9*#]$/;

/** Digits typed anywhere but in a text field go into the telephone in the hand. */
export function useKeysIntoTelephone(): void {
  const desk = useDesk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return;
      if (typeInto(desk, event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [desk]);
}

/** True when the key was one for the telephone. */
function typeInto(desk: Desk, key: string): boolean {
  const number = desk.layout.get().inHand;
  const telephone = number === null ? undefined : desk.state.get().telephones[number];
  if (!telephone || (desk.layout.get().tabs[telephone.number] ?? 'phone') !== 'phone') return false;
  if (telephone.state === 'in-call' && KEY.test(key)) {
    telephoneActions(desk, telephone.number).press(key);
    return true;
  }
  if (telephone.state !== 'idle' || !(KEY.test(key) || key === '+' || key === 'Backspace')) return false;
  dialText.dispatch({ number: telephone.number, key });
  return true;
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));
