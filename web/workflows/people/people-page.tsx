import { IconChevronLeft } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import head from '../../ui/page-head.module.css';
import { PageHead } from '../../ui/page-head.tsx';
import { readPeopleSearch } from '../workflow-search.ts';
import { InstanceList } from './instance-list.tsx';

const route = getRouteApi('/signed-in/clinics/$clinicId/workflows/people');

/** Who is or was going through any workflow; and for whom its steps fail. */
export const PeoplePage = () => {
  const { t } = useTranslation(['workflows', 'versions']);
  const { clinic } = useCurrentClinic();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Link to="/clinics/$clinicId/workflows" params={{ clinicId: clinic.id }} className={head.up}>
        <IconChevronLeft size={18} aria-hidden />
        {t('back')}
      </Link>
      <PageHead title={t('versions:people.title')} />
      <p className={head.intro}>{t('versions:people.intro')}</p>
      <InstanceList
        clinic={clinic}
        workflow={null}
        filter={filter}
        onFilter={(change) =>
          void navigate({ search: readPeopleSearch({ ...filter, ...change }), replace: true })
        }
      />
    </>
  );
};
