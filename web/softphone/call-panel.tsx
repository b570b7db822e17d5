import { Alert, Button } from '@mantine/core';
import { IconMicrophoneOff, IconPhoneX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { EmergencyButton } from '../calls/emergency-button.tsx';
import { CallControls, type OpenDrawer } from './call-controls.tsx';
import { CallHeadline } from './call-headline.tsx';
import classes from './call-panel.module.css';
import { CallerHead } from './caller-head.tsx';
import { Keypad } from './keypad.tsx';
import type { SoftphoneControls } from './softphone-device.ts';
import dock from './softphone-dock.module.css';
import type { SoftphoneCall, SoftphoneState } from './softphone-state.ts';
import { TransferList } from './transfer-list.tsx';
import { useHold } from './use-hold.ts';
import { useOtherSide } from './use-other-side.ts';

interface CallPanelProps {
  call: SoftphoneCall;
  clinic: MyClinic;
  device: SoftphoneControls;
  microphone: SoftphoneState['microphone'];
}

/** The conversation under way. Folded, it leaves the name and the way out. */
export const CallPanel = ({ call, clinic, device, microphone }: CallPanelProps) => {
  const { t } = useTranslation('softphone');
  const { live, who, number } = useOtherSide(clinic.id, call);
  const hold = useHold(clinic.id, call.callId, live?.status === 'held');
  const [drawer, setDrawer] = useState<OpenDrawer>(null);
  const [folded, setFolded] = useState(false);
  return (
    <div className={dock.panel} data-testid="call-panel" data-held={hold.held}>
      <CallHeadline
        call={call}
        held={hold.held}
        dialling={live?.direction === 'outbound' && live.status === 'ringing'}
        folded={folded}
        onFold={() => setFolded(!folded)}
      />
      {folded ? (
        <p className={classes.folded}>{who}</p>
      ) : (
        <>
          <div className={dock.body}>
            <CallerHead live={live} who={who} number={number} clinic={clinic} />
            {live?.emergency === null && (
              <div className={classes.emergency}>
                <EmergencyButton call={live} clinic={clinic} />
              </div>
            )}
            {call.heard !== null && <p className={classes.heard}>{call.heard}</p>}
            {microphone === 'refused' && (
              <Alert color="red" variant="light" mt="sm" icon={<IconMicrophoneOff />}>
                {t('noMicrophone')}
              </Alert>
            )}
          </div>
          <CallControls call={call} device={device} hold={hold} drawer={drawer} onDrawer={setDrawer} />
          {drawer === 'keypad' && <Keypad onKey={(key) => device.sendDigits(call.callSid, key)} />}
          {drawer === 'transfer' && call.callId !== null && (
            <TransferList clinic={clinic} callId={call.callId} onDone={() => setDrawer(null)} />
          )}
        </>
      )}
      <div className={classes.end}>
        <Button
          fullWidth
          size="md"
          color="red.8"
          leftSection={<IconPhoneX size={20} aria-hidden />}
          loading={call.phase === 'ending'}
          onClick={() => device.hangUp(call.callSid)}
        >
          {t('hangUp')}
        </Button>
      </div>
    </div>
  );
};
