import { Button } from '@mantine/core';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useEditing } from '../editing.ts';
import { newId } from '../../platform/new-id.ts';
import { DepartmentRow } from './department-row.tsx';
import { addDepartment } from './edit-departments.ts';
import classes from './departments-part.module.css';

/** The departments of the clinic: what they are called, and who hears of their messages. */
export const DepartmentsPart = () => {
  const { t } = useTranslation('routing');
  const { document, mayChange, change } = useEditing();
  const [added, setAdded] = useState<string | null>(null);
  const add = (): void => {
    const id = newId();
    setAdded(id);
    change(addDepartment(document, id));
  };
  return (
    <Panel
      title={t('parts.departments')}
      actions={
        mayChange && (
          <Button size="xs" variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t('departments.add')}
          </Button>
        )
      }
    >
      {document.departments.length === 0 && (
        <EmptyState icon={<IconSitemap />} title={t('departments.none')}>
          {t('departments.noneText')}
        </EmptyState>
      )}
      <ul className={classes.list}>
        {document.departments.map((department) => (
          <li key={department.id}>
            <DepartmentRow department={department} isNew={department.id === added} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};
