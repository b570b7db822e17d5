import { Button } from '@mantine/core';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TemplateItem } from '../../src/workflows/rules/template-views.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import panes from '../ui/two-panes.module.css';
import type { GallerySearch } from './gallery-search.ts';
import classes from './gallery.module.css';
import { useOwnLanguage } from './use-own-language.ts';

interface GalleryListProps {
  clinicId: string;
  items: readonly TemplateItem[];
  search: GallerySearch;
}

export const GalleryList = ({ clinicId, items, search }: GalleryListProps) => {
  const { t } = useTranslation('gallery');
  const language = useOwnLanguage();
  if (items.length === 0)
    return (
      <EmptyState
        icon={<IconSearch />}
        title={t('nothingFound')}
        action={
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link {...props} to="/clinics/$clinicId/workflows/gallery" params={{ clinicId }} />
            )}
          >
            {t('showAll')}
          </Button>
        }
      >
        {t('nothingFoundText')}
      </EmptyState>
    );
  return (
    <nav aria-label={t('list')} className={panes.list}>
      {items.map(({ key, own, name, says }) => (
        <Link
          key={key}
          to="/clinics/$clinicId/workflows/gallery"
          params={{ clinicId }}
          search={{ ...search, open: key }}
          resetScroll={false}
          className={classes.row}
          aria-current={search.open === key || undefined}
        >
          <span>
            <span className={classes.name}>{name[language]}</span>
            <span className={classes.under}>
              {own && <span className={classes.own}>{t('own')}</span>}
              {says[language]}
            </span>
          </span>
          <IconChevronRight size={18} aria-hidden />
        </Link>
      ))}
    </nav>
  );
};
