import { CloseButton, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BadDayPanel } from '../bad-day/bad-day-panel.tsx';
import { CallsPanel } from '../inspector/calls-panel.tsx';
import { SettingsPanel } from '../settings/settings-panel.tsx';
import { useDesk } from './desk-context.ts';
import type { Panel } from './layout.ts';
import { panelButtons } from './panel-buttons.tsx';
import classes from './side-panel.module.css';

export function SidePanel({ panel }: { panel: Panel }) {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const title = panelButtons.find((each) => each.panel.kind === panel.kind)?.label ?? 'calls.title';
  return (
    <aside className={classes.panel} aria-label={t(title)}>
      <div className={classes.head}>
        <Title order={2}>{t(title)}</Title>
        <CloseButton
          aria-label={t('close')}
          onClick={() => layout.dispatch({ type: 'panel', panel: null })}
        />
      </div>
      <div className={classes.body}>
        {panel.kind === 'calls' && <CallsPanel callSid={panel.callSid} />}
        {panel.kind === 'bad-day' && <BadDayPanel />}
        {panel.kind === 'settings' && <SettingsPanel />}
      </div>
    </aside>
  );
}
