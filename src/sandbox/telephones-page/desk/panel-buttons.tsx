import { Button, Group } from '@mantine/core';
import { IconCloudStorm, IconListDetails, IconSettings, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBadDay } from '../bad-day/bad-day.query.ts';
import { isGoodDay } from '../bad-day/bad-day-state.ts';
import { useDesk, useLayout } from './desk-context.ts';
import type { Panel } from './layout.ts';

export const panelButtons: readonly {
  panel: Panel;
  Icon: TablerIcon;
  label: 'calls.title' | 'badDay.title' | 'settings.title';
}[] = [
  { panel: { kind: 'calls', callSid: null }, Icon: IconListDetails, label: 'calls.title' },
  { panel: { kind: 'bad-day' }, Icon: IconCloudStorm, label: 'badDay.title' },
  { panel: { kind: 'settings' }, Icon: IconSettings, label: 'settings.title' },
];

/** Opens a panel beside the desk; the one that is open closes it again. */
export function PanelButtons() {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const current = useLayout((state) => state.panel?.kind);
  const badDay = useBadDay();
  const bad = badDay.data !== undefined && !isGoodDay(badDay.data);
  return (
    <Group gap={4} wrap="nowrap">
      {panelButtons.map(({ panel, Icon, label }) => (
        <Button
          key={panel.kind}
          size="xs"
          variant={current === panel.kind ? 'light' : 'subtle'}
          color={panel.kind === 'bad-day' && bad ? 'red' : 'gray'}
          c={panel.kind === 'bad-day' && bad ? 'var(--wrong-text)' : 'var(--mantine-color-text)'}
          leftSection={<Icon size={16} aria-hidden />}
          aria-pressed={current === panel.kind}
          onClick={() => layout.dispatch({ type: 'panel', panel: current === panel.kind ? null : panel })}
        >
          {panel.kind === 'bad-day' && bad ? t('badDay.on') : t(label)}
        </Button>
      ))}
    </Group>
  );
}
