import { ActionIcon, Checkbox, Switch, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StaffRouteEntry } from '../../../src/routing/rules/routing-document.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { StaffStateLabel } from '../../staff/staff-state-label.tsx';
import { staffState } from '../../staff/staff-state.ts';
import { staffQuery } from '../../staff/staff.query.ts';
import { useRowDrag } from '../../ui/row-drag.ts';
import { FieldProblems } from '../draft/field-problems.tsx';
import { useEditing } from '../editing.ts';
import { MoveHandle } from '../menu/move-handle.tsx';
import { NumberField } from '../number-field.tsx';
import { changeRoute, removeRoute, type Rung } from './edit-people.ts';
import classes from './people-part.module.css';
import { useMoveRing } from './use-move-ring.ts';

/** Whether this person could be reached at this moment, by what is published. */
const Availability = ({ staffId }: { staffId: string }) => {
  const { clinic } = useCurrentClinic();
  const { data: staff = [] } = useQuery(staffQuery(clinic.id));
  const person = staff.find(({ id }) => id === staffId);
  return person === undefined ? <span /> : <StaffStateLabel state={staffState(person)} />;
};

/** One person in one department: where they are rung, and whether at all. */
export const PersonRow = ({ rung, department }: { rung: Rung; department: string }) => {
  const { t } = useTranslation('routing');
  const { document, directory, mayChange, change, changeWithUndo } = useEditing();
  const { staffId, route } = rung;
  const { sidesFor, drop, step } = useMoveRing(route.departmentId);
  const { row, handle, dragging, over } = useRowDrag({
    list: `people ${route.departmentId ?? 'general'}`,
    id: staffId,
    enabled: mayChange,
    takes: () => sidesFor(staffId),
    onDrop: (dragged, side) => drop(dragged, staffId, side),
  });
  const name = directory.staff.find(({ id }) => id === staffId)?.name ?? t('people.gone');
  const here = `${route.departmentId ?? 'general'}-${staffId}`;
  const set = (part: Partial<StaffRouteEntry>): void =>
    change({ ...document, staff: changeRoute(document.staff, rung, part) });
  return (
    <div
      ref={row}
      className={classes.person}
      role="group"
      aria-label={name}
      data-person={name}
      data-off={!route.on || undefined}
      data-dragging={dragging || undefined}
      data-over={over ?? undefined}
    >
      {mayChange ? (
        <MoveHandle
          ref={handle}
          id={here}
          name={name}
          onStep={(direction) =>
            (direction === 'up' || direction === 'down') && step(staffId, direction, here)
          }
        />
      ) : (
        <span />
      )}
      <span className={classes.who}>
        {name}
        <Availability staffId={staffId} />
      </span>
      <Checkbox
        label={t('people.portal')}
        checked={route.inPortal}
        disabled={!mayChange}
        onChange={(event) => set({ inPortal: event.currentTarget.checked })}
      />
      <NumberField
        className={classes.phone}
        label={t('people.phone')}
        number={route.phone ?? ''}
        wrong={false}
        readOnly={!mayChange}
        onChange={(phone) => set({ phone: phone === '' ? null : phone })}
      />
      <Tooltip label={t('people.onHelp', { name, department })}>
        <Switch
          aria-label={t('people.on')}
          checked={route.on}
          disabled={!mayChange}
          onChange={(event) => set({ on: event.currentTarget.checked })}
        />
      </Tooltip>
      {mayChange && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('people.remove', { name, department })}
          onClick={() =>
            changeWithUndo(
              { ...document, staff: removeRoute(document.staff, rung) },
              t('people.removed', { name, department }),
            )
          }
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
      <FieldProblems at={`staff/${staffId}/${route.departmentId ?? 'general'}`} />
    </div>
  );
};
