import { UnstyledButton } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconDialpad,
  IconMicrophone,
  IconMicrophoneOff,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './call-panel.module.css';
import type { SoftphoneControls } from './softphone-device.ts';
import type { SoftphoneCall } from './softphone-state.ts';
import type { Hold } from './use-hold.ts';

export type OpenDrawer = 'keypad' | 'transfer' | null;

interface CallControlsProps {
  call: SoftphoneCall;
  device: SoftphoneControls;
  hold: Hold;
  drawer: OpenDrawer;
  onDrawer: (drawer: OpenDrawer) => void;
}

/** Names stay the same whether a switch is on or off; `aria-pressed` says which. */
export const CallControls = ({ call, device, hold, drawer, onDrawer }: CallControlsProps) => {
  const { t } = useTranslation('softphone');
  const talking = call.phase === 'talking';
  const toggle = (which: Exclude<OpenDrawer, null>) => () => onDrawer(drawer === which ? null : which);
  return (
    <div className={classes.controls}>
      <UnstyledButton
        className={classes.control}
        aria-pressed={call.muted}
        disabled={!talking}
        onClick={() => device.mute(call.callSid, !call.muted)}
      >
        {call.muted ? <IconMicrophoneOff size={22} aria-hidden /> : <IconMicrophone size={22} aria-hidden />}
        {t('mute')}
      </UnstyledButton>
      <UnstyledButton
        className={classes.control}
        aria-pressed={hold.held}
        disabled={!talking || !hold.possible}
        onClick={hold.toggle}
      >
        {hold.held ? <IconPlayerPlay size={22} aria-hidden /> : <IconPlayerPause size={22} aria-hidden />}
        {t('hold')}
      </UnstyledButton>
      <UnstyledButton
        className={classes.control}
        aria-expanded={drawer === 'keypad'}
        disabled={!talking}
        onClick={toggle('keypad')}
      >
        <IconDialpad size={22} aria-hidden />
        {t('keypad')}
      </UnstyledButton>
      <UnstyledButton
        className={classes.control}
        aria-expanded={drawer === 'transfer'}
        disabled={!talking || call.callId === null}
        onClick={toggle('transfer')}
      >
        <IconArrowForwardUp size={22} aria-hidden />
        {t('transfer')}
      </UnstyledButton>
    </div>
  );
};
