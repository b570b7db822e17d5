import { Button, Menu } from '@mantine/core';
import {
  IconDotsVertical,
  IconFileExport,
  IconFileImport,
  IconUserPlus,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayManage, mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { clinicPath, withQuery } from '../platform/request.ts';
import { listFilter } from './list-filter.ts';
import type { PatientSearch } from './patient-search.ts';
import classes from './patients-page.module.css';

interface ListActionsProps {
  clinic: MyClinic;
  search: PatientSearch;
  today: string;
}

/** What one does with the list as a whole; on a telephone behind one button beside "Add". */
export const ListActions = ({ clinic, search, today }: ListActionsProps) => {
  const { t } = useTranslation('patients');
  const params = { clinicId: clinic.id };
  const actions: Action[] = [];
  if (mayWrite(clinic.role))
    actions.push({
      words: t('findDuplicates'),
      icon: IconUsersGroup,
      to: '/clinics/$clinicId/patients/duplicates',
    });
  if (mayManage(clinic.role)) {
    const filter = { ...listFilter(search, today), bom: true };
    actions.push(
      { words: t('importPatients'), icon: IconFileImport, to: '/clinics/$clinicId/patients/import' },
      {
        words: t('export'),
        hint: t('exportHint'),
        icon: IconFileExport,
        href: withQuery(clinicPath(clinic.id, 'patients/export.csv'), filter),
      },
    );
  }
  return (
    <div className={classes.actions}>
      {actions.map((action) => (
        <Button
          key={action.words}
          variant="default"
          visibleFrom="sm"
          title={action.hint}
          leftSection={<action.icon size={16} aria-hidden />}
          renderRoot={targetOf(action, params)}
        >
          {action.words}
        </Button>
      ))}
      {mayWrite(clinic.role) && (
        <Button
          leftSection={<IconUserPlus size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/clinics/$clinicId/patients/new" params={params} />}
        >
          {t('add')}
        </Button>
      )}
      {actions.length > 0 && <MoreActions actions={actions} params={params} />}
    </div>
  );
};

type Action = { words: string; hint?: string; icon: Icon } & (
  | { to: '/clinics/$clinicId/patients/duplicates' | '/clinics/$clinicId/patients/import' }
  | { href: string }
);
type Params = { clinicId: string };

/** A page of ours, or a file. */
const targetOf = (action: Action, params: Params) => (props: Record<string, unknown>) =>
  'to' in action ? (
    <Link {...props} to={action.to} params={params} />
  ) : (
    <a {...props} href={action.href} download />
  );

const MoreActions = ({ actions, params }: { actions: Action[]; params: Params }) => {
  const { t } = useTranslation('patients');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px={8} hiddenFrom="sm" aria-label={t('moreActions')}>
          <IconDotsVertical size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.words}
            leftSection={<action.icon size={16} aria-hidden />}
            renderRoot={targetOf(action, params)}
          >
            {action.words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
