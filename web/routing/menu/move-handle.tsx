import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Direction } from './edit-menu.ts';

interface MoveHandleProps {
  ref: RefObject<HTMLButtonElement | null>;
  id: string;
  name: string;
  onStep: (direction: Direction) => void;
}

const directionOf: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** Taken with the mouse it drags; with the focus on it, the arrow keys move the same row. */
export const MoveHandle = ({ ref, id, name, onStep }: MoveHandleProps) => {
  const { t } = useTranslation('routing');
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directionOf[event.key];
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onStep(direction);
  };
  return (
    <ActionIcon
      ref={ref}
      id={`move-${id}`}
      variant="transparent"
      color="gray"
      size={28}
      style={{ cursor: 'grab' }}
      aria-label={t('move.handle', { name })}
      aria-keyshortcuts="ArrowUp ArrowDown ArrowRight ArrowLeft"
      onKeyDown={onKeyDown}
    >
      <IconGripVertical size={16} aria-hidden />
    </ActionIcon>
  );
};
