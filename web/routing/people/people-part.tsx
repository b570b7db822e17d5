import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useEditing } from '../editing.ts';
import { DepartmentPeople } from './department-people.tsx';
import classes from './people-part.module.css';

/** Who is rung for each department, and in which order. */
export const PeoplePart = () => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { document, directory, mayChange } = useEditing();
  return (
    <Panel title={t('people.title')}>
      <p className={classes.text}>{t('people.text')}</p>
      {directory.staff.length === 0 && (
        <EmptyState icon={<IconUsers />} title={t('people.none')}>
          {t('people.noneText')}
        </EmptyState>
      )}
      {[...document.departments, { id: null, name: t('people.anyone') }].map(({ id, name }) => (
        <DepartmentPeople key={id} departmentId={id} name={name || t('departments.unnamed')} />
      ))}
      {mayChange && (
        <div className={classes.foot}>
          <Link
            to="/clinics/$clinicId/routing"
            params={{ clinicId: clinic.id }}
            search={{ part: 'departments' }}
          >
            {t('people.toDepartments')}
          </Link>
        </div>
      )}
    </Panel>
  );
};
