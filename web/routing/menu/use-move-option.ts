import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import type { DropSide } from '../../ui/row-drag.ts';
import { useSpokenNote } from '../../ui/spoken-note.tsx';
import { useScope } from '../editing.ts';
import {
  findOption,
  mayMove,
  menuOf,
  moveOption,
  optionsOf,
  placeTowards,
  type Direction,
  type Place,
} from './edit-menu.ts';

interface MoveOption {
  /** Where this option takes that one. */
  sidesFor: (dragged: string, on: MenuEntry) => DropSide[];
  drop: (dragged: string, on: MenuEntry, side: DropSide) => void;
  step: (id: string, direction: Direction) => void;
}

/** Moves options of the menu that is being edited, and says where they are now. */
export const useMoveOption = (): MoveOption => {
  const { t } = useTranslation('routing');
  const { settings, change } = useScope();
  const say = useSpokenNote();
  const { menu } = settings;
  const move = (id: string, place: Place): void => {
    const moved = moveOption(menu, id, place);
    const found = findOption(moved, id);
    if (moved === menu || found === null) return;
    change({ menu: moved });
    const parent = found.parentId === null ? null : findOption(moved, found.parentId);
    say(
      t(parent === null ? 'move.inFirst' : 'move.inSub', {
        label: found.entry.label || t('menu.unnamed'),
        parent: parent?.entry.label ?? '',
        position: found.index + 1,
        total: found.siblings.length,
        key: found.entry.digit,
      }),
    );
    // In another menu the row is another element: the focus goes with it, so that pressing again moves it on.
    requestAnimationFrame(() => document.getElementById(`move-${id}`)?.focus());
  };
  return {
    sidesFor: (dragged, on) => {
      const beside = mayMove(menu, dragged, findOption(menu, on.id)?.parentId ?? null);
      const into = on.route.type === 'menu' && mayMove(menu, dragged, on.id);
      return [...(beside ? (['before', 'after'] as const) : []), ...(into ? (['into'] as const) : [])];
    },
    drop: (dragged, on, side) => {
      const found = findOption(menu, on.id);
      if (found === null) return;
      const { parentId, index } = found;
      if (side === 'into') move(dragged, { parentId: on.id, index: optionsOf(on).length });
      else move(dragged, { parentId, index: side === 'before' ? index : index + 1 });
    },
    step: (id, direction) => {
      const place = placeTowards(menu, id, direction);
      if (place !== null) return move(id, place);
      const found = findOption(menu, id);
      if (found !== null && menuOf(menu, found.parentId).length > 0) say(t('move.no'));
    },
  };
};
