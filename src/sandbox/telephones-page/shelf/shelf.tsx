import { Button, TextInput } from '@mantine/core';
import { IconBellRinging, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useDeskState, useLayout } from '../desk/desk-context.ts';
import { AnyNumber } from './any-number.tsx';
import { groupHandsets } from './group-handsets.ts';
import { HandsetCard } from './handset-card.tsx';
import classes from './shelf.module.css';

/** All the telephones there are. */
export function Shelf() {
  const { t } = useTranslation('telephones');
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const telephones = useDeskState((state) => state.telephones);
  const known = useDeskState((state) => state.link !== 'connecting');
  const groups = useMemo(() => groupHandsets(Object.values(telephones), wanted), [telephones, wanted]);
  return (
    <nav className={classes.shelf} aria-label={t('shelf.title')}>
      <div className={classes.top}>
        <TextInput
          aria-label={t('shelf.search')}
          placeholder={t('shelf.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <RingingButton />
      </div>
      <div className={classes.list}>
        {groups.map(({ clinic, roles }) => (
          <section key={clinic ?? ''} aria-label={clinic ?? t('shelf.noClinic')}>
            <h2 className={classes.clinic}>{clinic ?? t('shelf.noClinic')}</h2>
            {roles.map(({ role, telephones: members }) => (
              <div key={role}>
                <h3 className={classes.role}>{t(`role.${role}s`)}</h3>
                <ul className={classes.cards}>
                  {members.map((telephone) => (
                    <HandsetCard key={telephone.number} telephone={telephone} />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
        {known && groups.length === 0 && (
          <p className={classes.empty}>{wanted === '' ? t('shelf.empty') : t('shelf.noneFound')}</p>
        )}
      </div>
      <AnyNumber />
    </nav>
  );
}

/** Telephones that ring unheard: they still lie on the shelf. */
function RingingButton() {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const telephones = useDeskState((state) => state.telephones);
  const open = useLayout((state) => state.open);
  const unheard = Object.values(telephones).filter(
    ({ number, state }) => state === 'ringing' && !open.includes(number),
  );
  if (unheard.length === 0) return null;
  return (
    <Button
      variant="light"
      color="orange"
      c="var(--ring-text)"
      leftSection={<IconBellRinging size={16} aria-hidden />}
      onClick={() => {
        for (const { number } of unheard) layout.dispatch({ type: 'open', number });
      }}
    >
      {t('shelf.ringing', { count: unheard.length })}
    </Button>
  );
}
