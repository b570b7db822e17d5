import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { withWords } from '../app/language.ts';
import { pages } from '../app/pages.ts';
import { useKeys } from '../keys/use-keys.ts';
import classes from './search-host.module.css';

const SearchPanel = lazy(withWords(['search'], () => import('./search-panel.tsx')));
const KeyList = lazy(withWords(['search'], () => import('../keys/key-list.tsx')));

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The search over everything, and the keys of the frame. Both come with their first use. */
export const SearchHost = () => {
  const { t } = useTranslation('frame');
  const { clinic } = useCurrentClinic();
  const navigate = useNavigate();
  const [searches, setSearches] = useState(0);
  const [listing, setListing] = useState(false);
  const search = (): void => setSearches((before) => before + 1);
  useKeys((asked) => {
    if (asked.ask === 'search') search();
    if (asked.ask === 'list') setListing(true);
    if (asked.ask !== 'go') return true;
    const page = pages.find((each) => each.key === asked.key);
    if (page !== undefined) void navigate({ to: page.to, params: { clinicId: clinic.id } });
    return page !== undefined;
  });
  return (
    <>
      <button type="button" className={classes.button} onClick={search} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={18} aria-hidden />
        <span>{t('search')}</span>
        <kbd aria-hidden>{isMac ? '⌘ K' : t('searchKeys')}</kbd>
      </button>
      <Suspense>
        {searches > 0 && <SearchPanel searches={searches} onListKeys={() => setListing(true)} />}
        {listing && <KeyList onClose={() => setListing(false)} />}
      </Suspense>
    </>
  );
};
