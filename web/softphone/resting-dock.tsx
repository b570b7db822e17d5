import { Alert, Button, Loader } from '@mantine/core';
import {
  IconMoon,
  IconPhone,
  IconPhoneCheck,
  IconPhoneOff,
  IconPlugConnectedX,
  IconRefresh,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { staffQuery } from '../staff/staff.query.ts';
import { useLocalSecond } from '../ui/clock.ts';
import { PopUp } from '../ui/pop-up.tsx';
import classes from './resting-dock.module.css';
import type { SoftphoneControls } from './softphone-device.ts';
import type { SoftphoneState } from './softphone-state.ts';

interface RestingDockProps {
  clinic: MyClinic;
  state: SoftphoneState;
  device: SoftphoneControls;
}

const Dialler = lazy(async () => ({ default: (await import('./dialler.tsx')).Dialler }));

const faces = {
  connecting: { tone: 'grey', icon: IconPhone },
  ready: { tone: 'green', icon: IconPhoneCheck },
  away: { tone: 'grey', icon: IconMoon },
  lost: { tone: 'red', icon: IconPlugConnectedX },
  refused: { tone: 'grey', icon: IconPhoneOff },
} as const;

/** No call: says whether one would ring here; a click opens the dialler or says what is wrong. */
export const RestingDock = ({ clinic, state, device }: RestingDockProps) => {
  const { t } = useTranslation('softphone');
  const { data: staff } = useQuery(staffQuery(clinic.id));
  const available = staff?.find((person) => person.id === clinic.staffId)?.presence.available ?? true;
  const connection = state.connection === 'off' ? 'connecting' : state.connection;
  const shown = connection === 'ready' && !available ? 'away' : connection;
  const face = faces[shown];
  return (
    <PopUp
      label={t('name')}
      place="above-end"
      width={320}
      buttonClass={classes.pill}
      tone={face.tone}
      button={
        <>
          <face.icon size={20} aria-hidden />
          <span role="status">{t(`states.${shown}`)}</span>
        </>
      }
    >
      {(close) => (
        <Suspense fallback={<Loader size="sm" />}>
          {shown === 'lost' && <LostConnection retryAt={state.retryAt} onRetry={device.reconnect} />}
          {shown === 'refused' && <Alert color="gray">{t('refusedText')}</Alert>}
          {shown !== 'lost' && shown !== 'refused' && <Dialler clinic={clinic} onCalled={close} />}
        </Suspense>
      )}
    </PopUp>
  );
};

const LostConnection = ({ retryAt, onRetry }: { retryAt: number | null; onRetry: () => void }) => {
  const { t } = useTranslation('softphone');
  const second = useLocalSecond();
  const seconds = retryAt === null ? null : Math.max(0, Math.ceil(retryAt / 1000 - second));
  return (
    <div className={classes.lost}>
      <p>
        {t('lostText')} {seconds !== null && t('retryIn', { seconds })}
      </p>
      <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
        {t('retryNow')}
      </Button>
    </div>
  );
};
