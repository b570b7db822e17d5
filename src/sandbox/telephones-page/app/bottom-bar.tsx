import { UnstyledButton } from '@mantine/core';
import { IconAddressBook, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDesk, useLayout } from '../desk/desk-context.ts';
import { panelButtons } from '../desk/panel-buttons.tsx';
import classes from './bottom-bar.module.css';

/** On a narrow screen: the shelf, the desk and the panels, one at a time. */
export function BottomBar() {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const { view, panel, open } = useLayout((state) => state);
  const views = [
    { view: 'shelf', Icon: IconAddressBook, label: t('shelf.short') },
    { view: 'desk', Icon: IconDeviceMobile, label: t('desk.short', { count: open.length }) },
  ] as const;
  return (
    <nav className={classes.bar} aria-label={t('navigation')}>
      {views.map(({ view: each, Icon, label }) => (
        <UnstyledButton
          key={each}
          className={classes.button}
          aria-current={panel === null && view === each ? 'page' : undefined}
          onClick={() => layout.dispatch({ type: 'view', view: each })}
        >
          <Icon size={20} aria-hidden />
          {label}
        </UnstyledButton>
      ))}
      {panelButtons.map(({ panel: each, Icon, label }) => (
        <UnstyledButton
          key={each.kind}
          className={classes.button}
          aria-current={panel?.kind === each.kind ? 'page' : undefined}
          onClick={() => layout.dispatch({ type: 'panel', panel: each })}
        >
          <Icon size={20} aria-hidden />
          {each.kind === 'bad-day' ? t('badDay.short') : t(label)}
        </UnstyledButton>
      ))}
    </nav>
  );
}
