import { ActionIcon, Checkbox, NativeSelect, Switch } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StaffRouteView } from '../../src/routing/rules/routing-view.ts';
import {
  changeRoute,
  isRungFor,
  removeRoute,
  routeFault,
  type People,
  type PersonRoute,
} from './edit-people.ts';
import { NumberField } from './number-field.tsx';
import classes from './people-section.module.css';
import { WholeNumberField } from './whole-number-field.tsx';

interface RouteFieldsProps {
  rung: PersonRoute;
  people: People;
  departments: readonly { id: string | null; name: string }[];
  /** True once somebody tried to save: from then on it is said what is wrong. */
  checked: boolean;
  onChange: (people: People) => void;
}

/** One person in one department: when they are rung, where, and whether at all. */
export const RouteFields = ({ rung, people, departments, checked, onChange }: RouteFieldsProps) => {
  const { t } = useTranslation('routing');
  const { staffId, name, index, route } = rung;
  const set = (part: Partial<StaffRouteView>): void =>
    onChange(changeRoute(people, { ...rung, route: { ...route, ...part } }));
  const fault = checked ? routeFault(route) : null;
  const fieldId = `department-${staffId}-${index}`;
  const choices = departments.filter(
    ({ id }) => id === route.departmentId || !isRungFor(people, staffId, id),
  );
  return (
    <div className={classes.person} role="group" aria-label={name}>
      <WholeNumberField
        className={classes.priority}
        aria-label={t('people.priority')}
        min={1}
        max={99}
        value={route.priority}
        onChange={(priority) => set({ priority })}
      />
      <span className={classes.who}>{name}</span>
      <NativeSelect
        id={fieldId}
        className={classes.where}
        aria-label={t('people.department')}
        value={route.departmentId ?? ''}
        data={choices.map(({ id, name: label }) => ({ value: id ?? '', label }))}
        onChange={(event) => {
          set({ departmentId: event.currentTarget.value === '' ? null : event.currentTarget.value });
          // The row now stands in another list; the focus follows it.
          requestAnimationFrame(() => document.getElementById(fieldId)?.focus());
        }}
      />
      <Checkbox
        label={t('people.portal')}
        checked={route.inPortal}
        onChange={(event) => set({ inPortal: event.currentTarget.checked })}
      />
      <NumberField
        className={classes.phone}
        label={t('people.phone')}
        number={route.phone ?? ''}
        wrong={fault === 'phone-wrong'}
        onChange={(phone) => set({ phone: phone === '' ? null : phone })}
      />
      <Switch
        label={t('people.on')}
        checked={route.on}
        onChange={(event) => set({ on: event.currentTarget.checked })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('people.remove', { name })}
        onClick={() => onChange(removeRoute(people, rung))}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      {fault !== null && (
        <p className={classes.fault} role="alert">
          {t(`routeFaults.${fault}`)}
        </p>
      )}
    </div>
  );
};
