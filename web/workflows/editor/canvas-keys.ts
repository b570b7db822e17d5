import type { KeyboardEvent } from 'react';
import { readCopied } from './copied-steps.ts';
import { waysOf } from './edit-steps.ts';
import type { Editing } from './editing.ts';
import type { Row, SlotRow } from './layout-steps.ts';

export interface CanvasKeys {
  rows: readonly Row[];
  editing: Editing;
  /** Goes to a row with the focus. */
  walkTo: (id: string) => void;
  openAdd: (slot: SlotRow) => void;
  find: () => void;
  /** What was done moves the focus along with what is chosen. */
  follow: () => void;
}

const isWalked = ({ kind }: Row): boolean => kind === 'begin' || kind === 'step' || kind === 'end';

/** The keys of the picture, while a step has the focus. @returns whether the key meant something */
const act = (event: KeyboardEvent, id: string, keys: CanvasKeys): boolean => {
  const { rows, editing, walkTo, follow } = keys;
  const row = rows.find((each) => each.id === id);
  if (row === undefined) return false;
  const walked = rows.filter(isWalked);
  const at = walked.indexOf(row);
  const step = row.kind === 'step' ? row : null;
  const command = event.ctrlKey || event.metaKey;
  const go = (to: Row | undefined): boolean => {
    if (to !== undefined) walkTo(to.id);
    return true;
  };
  const change = (work: () => void): boolean => {
    if (step === null) return false;
    follow();
    work();
    return true;
  };
  const folds = step !== null && waysOf(step.step).length > 0;
  switch (event.key) {
    case 'ArrowDown':
      return event.altKey ? change(() => editing.nudge(id, 1)) : go(walked[at + 1]);
    case 'ArrowUp':
      return event.altKey ? change(() => editing.nudge(id, -1)) : go(walked[at - 1]);
    case 'Home':
      return go(walked[0]);
    case 'End':
      return go(walked.at(-1));
    case 'ArrowRight':
      if (folds && step.folded) editing.fold(id, false);
      return folds;
    case 'ArrowLeft':
      if (folds && !step.folded) editing.fold(id, true);
      else if (row.inside !== null) walkTo(row.inside);
      return true;
    case 'Delete':
    case 'Backspace':
      return change(() => editing.remove(id));
    case 'd':
      return command && change(() => editing.duplicate(id));
    case 'c':
      // Words that are marked are copied by the browser, as anywhere.
      if (!command || step === null || !(getSelection()?.isCollapsed ?? true)) return false;
      editing.copy(id);
      return true;
    case 'v': {
      const copied = readCopied();
      const behind = rows.find((each) => each.kind === 'slot' && each.after === id);
      if (!command || copied.length === 0 || behind?.kind !== 'slot') return false;
      follow();
      editing.insert(behind.place, copied);
      return true;
    }
    case 'f':
      if (command) keys.find();
      return command;
    case '+': {
      const slot = rows.find((each) => each.kind === 'slot' && each.after === id);
      if (slot?.kind === 'slot') keys.openAdd(slot);
      return true;
    }
    default:
      return false;
  }
};

export const onCanvasKey = (event: KeyboardEvent, keys: CanvasKeys): void => {
  const target = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null;
  const id = target?.dataset['row'];
  if (id !== undefined && act(event, id, keys)) event.preventDefault();
};
