import { ActionIcon, Checkbox, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepartmentEntry } from '../../../src/routing/rules/routing-document.ts';
import { FieldProblems } from '../draft/field-problems.tsx';
import { useEditing } from '../editing.ts';
import classes from './departments-part.module.css';
import { changeDepartment, dependentsOf, removeDepartment } from './edit-departments.ts';
import { RemoveDepartment } from './remove-department.tsx';

interface DepartmentRowProps {
  department: DepartmentEntry;
  /** True for one that was just added: its name is typed next. */
  isNew: boolean;
}

/** One department; before it goes, what leads to it is said. */
export const DepartmentRow = ({ department, isNew }: DepartmentRowProps) => {
  const { t } = useTranslation('routing');
  const { document, mayChange, change, changeWithUndo } = useEditing();
  const [asking, setAsking] = useState(false);
  const { id, voicemailEmail } = department;
  const name = department.name || t('departments.unnamed');
  const { options, staffIds } = dependentsOf(document, id);
  const remove = (): void =>
    changeWithUndo(removeDepartment(document, id), t('departments.removed', { name }));
  const set = (part: Partial<DepartmentEntry>): void => change(changeDepartment(document, id, part));
  return (
    <div className={classes.row} role="group" aria-label={name}>
      <TextInput
        label={t('departments.name')}
        value={department.name}
        maxLength={80}
        readOnly={!mayChange}
        autoFocus={isNew}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={t('departments.email')}
        placeholder={t('departments.emailDefault')}
        maxLength={200}
        autoComplete="off"
        readOnly={!mayChange}
        value={voicemailEmail ?? ''}
        onChange={(event) => set({ voicemailEmail: event.currentTarget.value.trim() || null })}
      />
      {mayChange && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('departments.remove', { name })}
          onClick={() => (options.length + staffIds.length === 0 ? remove() : setAsking(true))}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
      <Checkbox
        className={classes.emergency}
        label={t('emergencies.department')}
        checked={department.emergency}
        disabled={!mayChange}
        onChange={(event) => set({ emergency: event.currentTarget.checked })}
      />
      <p className={classes.dependents}>
        {t('departments.options', { count: options.length })} ·{' '}
        {t('departments.people', { count: staffIds.length })}
      </p>
      {asking && (
        <RemoveDepartment
          name={name}
          options={options}
          staffIds={staffIds}
          onRemove={remove}
          onKeep={() => setAsking(false)}
        />
      )}
      <FieldProblems at={`departments/${id}`} />
    </div>
  );
};
