import { useTranslation } from 'react-i18next';
import type { RoutingDocument } from '../../../src/routing/rules/routing-document.ts';
import type { DropSide } from '../../ui/row-drag.ts';
import { useSpokenNote } from '../../ui/spoken-note.tsx';
import { useEditing } from '../editing.ts';
import { groupsFor, moveRing, stepRing } from './edit-people.ts';

interface MoveRing {
  /** Into this person's group, or into one of their own beside it. */
  sidesFor: (on: string) => DropSide[];
  drop: (dragged: string, on: string, side: DropSide) => void;
  step: (staffId: string, direction: 'up' | 'down', handleId: string) => void;
}

/** Changes the order in which a department is rung, and says what it is now. */
export const useMoveRing = (departmentId: string | null): MoveRing => {
  const { t } = useTranslation('routing');
  const { document, directory, change } = useEditing();
  const say = useSpokenNote();
  const nameOf = (id: string): string => directory.staff.find((each) => each.id === id)?.name ?? '';
  const show = (staff: RoutingDocument['staff'], staffId: string): void => {
    change({ ...document, staff });
    const groups = groupsFor(staff, departmentId);
    const at = groups.findIndex((group) => group.some((each) => each.staffId === staffId));
    const others =
      groups[at]?.filter((each) => each.staffId !== staffId).map((each) => nameOf(each.staffId)) ?? [];
    const words = {
      name: nameOf(staffId),
      position: at + 1,
      total: groups.length,
      others: others.join(', '),
    };
    say(others.length === 0 ? t('people.nowAlone', words) : t('people.nowWith', words));
  };
  return {
    sidesFor: () => ['before', 'after', 'into'],
    drop: (dragged, on, side) =>
      show(
        moveRing(document.staff, departmentId, dragged, {
          how: side === 'into' ? 'with' : side,
          staffId: on,
        }),
        dragged,
      ),
    step: (staffId, direction, handleId) => {
      const next = stepRing(document.staff, departmentId, staffId, direction === 'up' ? -1 : 1);
      if (next === null) return say(t('move.no'));
      show(next, staffId);
      requestAnimationFrame(() => globalThis.document.getElementById(`move-${handleId}`)?.focus());
    },
  };
};
