import '@mantine/spotlight/styles.css';
import { Spotlight, createSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Entry } from './entry.tsx';
import { FoundCalls, FoundPeople } from './found.tsx';
import { matches } from './matches.ts';
import { searchQuery, shortestSearch } from './search.query.ts';
import { useCommands } from './use-commands.tsx';

const [store, spotlight] = createSpotlight();

/** Enter means the first result when the arrows have chosen none. */
const openFirst = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const entries = event.currentTarget
    .closest('[role=dialog]')
    ?.querySelectorAll<HTMLElement>('[data-action]');
  if (![...(entries ?? [])].some((entry) => entry.matches('[data-selected]'))) entries?.[0]?.click();
};

interface SearchPanelProps {
  /** How often the search was asked for: each time it opens. */
  searches: number;
  onListKeys: () => void;
}

/** People, calls, pages and actions by one field. */
const SearchPanel = ({ searches, onListKeys }: SearchPanelProps) => {
  const { t } = useTranslation('search');
  const { clinic } = useCurrentClinic();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  useEffect(() => {
    if (searches > 0) spotlight.open();
  }, [searches]);
  const { data, error, isFetching } = useQuery(searchQuery(clinic.id, text));
  const { pages, actions } = useCommands(text, onListKeys);
  const found = text.length < shortestSearch ? undefined : data;
  const shownPages = pages.filter((page) => matches(text, page.label));
  const shownActions = actions.filter((action) => action.always === true || matches(text, action.label));
  const people = found?.people ?? [];
  const calls = found?.calls ?? [];
  const nothing = people.length + calls.length + shownPages.length + shownActions.length === 0;
  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      scrollable
      maxHeight="min(560px, 70vh)"
      radius="lg"
      overlayProps={{ blur: 0, backgroundOpacity: 0.45 }}
    >
      <Spotlight.Search
        placeholder={t('placeholder')}
        aria-label={t('placeholder')}
        leftSection={<IconSearch size={20} aria-hidden />}
        onKeyDown={openFirst}
      />
      <Spotlight.ActionsList>
        {error !== null && <ProblemNotice error={error} />}
        <FoundPeople people={people} clinic={clinic} />
        <FoundCalls calls={calls} clinic={clinic} />
        {shownActions.length > 0 && (
          <Spotlight.ActionsGroup label={t('actions')}>
            {shownActions.map((action) => (
              <Entry key={action.id} {...action} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shownPages.length > 0 && (
          <Spotlight.ActionsGroup label={t('pages')}>
            {shownPages.map((page) => (
              <Entry key={page.id} {...page} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && !isFetching && <Spotlight.Empty>{t('nothing', { text })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};

export default SearchPanel;
