import { Chip, TextInput } from '@mantine/core';
import { IconChevronLeft, IconRoute, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../src/accounts/rules/role.ts';
import type { TemplateItem } from '../../src/workflows/rules/template-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import head from '../ui/page-head.module.css';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { TwoPanes } from '../ui/two-panes.tsx';
import { useTypedSearch } from '../ui/typed-search.ts';
import { GalleryEntry } from './gallery-entry.tsx';
import { GalleryFile } from './gallery-file.tsx';
import { GalleryList } from './gallery-list.tsx';
import { isOffered, matches, readGallerySearch, shelves } from './gallery-search.ts';
import { galleryQuery } from './gallery.query.ts';
import classes from './gallery.module.css';
import { useOwnLanguage } from './use-own-language.ts';

const route = getRouteApi('/signed-in/clinics/$clinicId/workflows/gallery');

/** Workflows that are ready to use. */
export const GalleryPage = () => {
  const { t } = useTranslation('gallery');
  const { clinic } = useCurrentClinic();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const language = useOwnLanguage();
  const { data, ...query } = useQuery(galleryQuery(clinic.id));
  const change = (part: object): void =>
    void navigate({ search: readGallerySearch({ ...search, ...part }), replace: true });
  const offered = data?.filter(isOffered) ?? [];
  const found = offered.filter((item) => matches(item, search, language));
  const open = offered.find(({ key }) => key === search.open);
  return (
    <>
      <Link to="/clinics/$clinicId/workflows" params={{ clinicId: clinic.id }} className={head.up}>
        <IconChevronLeft size={18} aria-hidden />
        {t('back')}
      </Link>
      <PageHead title={t('title')}>
        {atLeast(clinic.role, 'manager') && (
          <GalleryFile clinicId={clinic.id} onRead={(key) => change({ open: key, show: undefined, q: '' })} />
        )}
      </PageHead>
      <p className={head.intro}>{t('intro')}</p>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      <TwoPanes
        open={open !== undefined}
        list={
          <div className={classes.left}>
            <Filters items={offered} show={search.show} q={search.q ?? ''} onChange={change} />
            {query.isPending && <RowsSkeleton rows={8} />}
            {data !== undefined && <GalleryList clinicId={clinic.id} items={found} search={search} />}
          </div>
        }
      >
        {open === undefined ? (
          <EmptyState icon={<IconRoute />} title={t('choose')}>
            {t('chooseText')}
          </EmptyState>
        ) : (
          <GalleryEntry
            key={open.key}
            clinic={clinic}
            item={open}
            onRemoved={() => change({ open: undefined })}
          />
        )}
      </TwoPanes>
    </>
  );
};

interface FiltersProps {
  items: readonly TemplateItem[];
  show: string | undefined;
  q: string;
  onChange: (part: object) => void;
}

const Filters = ({ items, show, q, onChange }: FiltersProps) => {
  const { t } = useTranslation('gallery');
  const [typed, type] = useTypedSearch(q, (text) => onChange({ q: text }));
  // A shelf with nothing on it only takes room.
  const filled = shelves.filter((shelf) => items.some((item) => matches(item, { show: shelf }, 'en')));
  return (
    <div className={classes.filters}>
      <TextInput
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Chip.Group value={show ?? 'all'} onChange={(shelf) => onChange({ show: shelf })}>
        <div className={classes.chips} role="group" aria-label={t('category')}>
          <Chip value="all" size="sm">
            {t('all')}
          </Chip>
          {filled.map((shelf) => (
            <Chip key={shelf} value={shelf} size="sm">
              {t(`categories.${shelf}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </div>
  );
};
