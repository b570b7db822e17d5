import { Group, Text, Title } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDeskState } from '../desk/desk-context.ts';
import { PanelButtons } from '../desk/panel-buttons.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './top-bar.module.css';
import iconUrl from './icon.svg';

export function TopBar({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation('telephones');
  return (
    <header className={classes.bar}>
      <Group gap={10} wrap="nowrap">
        <img src={iconUrl} alt="" width={28} height={28} />
        <div>
          <Title order={1}>{t('title')}</Title>
          {!narrow && (
            <Text size="xs" c="dimmed">
              {t('purpose')}
            </Text>
          )}
        </div>
      </Group>
      <LinkState />
      {!narrow && <PanelButtons />}
      <LanguageSwitch />
    </header>
  );
}

/** Only a missing connection is worth a word. */
function LinkState() {
  const { t } = useTranslation('telephones');
  const lost = useDeskState((state) => state.link === 'lost');
  return (
    <div role="status" className={classes.link}>
      {lost && (
        <span className={classes.lost}>
          <IconPlugConnectedX size={16} aria-hidden /> {t('lost')}
        </span>
      )}
    </div>
  );
}
