import { useState } from 'react';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import { AddMenu } from './add-menu.tsx';
import { useEditing } from './editing.ts';
import { InsertFrom } from './insert-from.tsx';
import type { SlotRow } from './layout-steps.ts';

interface AddingProps {
  slot: SlotRow;
  /** where its button stands on the screen */
  at: DOMRect;
  onClose: () => void;
  /** The form of what was added is wanted. */
  onOpen: () => void;
}

/** Puts something between two steps: a new one, what was copied, or steps of another workflow. */
export const Adding = ({ slot, at, onClose, onOpen }: AddingProps) => {
  const editing = useEditing();
  const [fromOther, setFromOther] = useState(false);
  const insert = (steps: readonly Step[]): void => {
    onClose();
    editing.insert(slot.place, steps);
  };
  if (fromOther) return <InsertFrom onInsert={insert} onClose={onClose} />;
  return (
    <AddMenu
      at={at}
      onClose={onClose}
      onAdd={(kind) => {
        onClose();
        editing.add(slot.place, kind);
        onOpen();
      }}
      onInsert={insert}
      onOther={() => setFromOther(true)}
    />
  );
};
