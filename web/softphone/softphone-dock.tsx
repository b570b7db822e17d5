import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RestingDock } from './resting-dock.tsx';
import classes from './softphone-dock.module.css';
import { useSoftphone } from './softphone-context.ts';
import { activeCall, ringingCall } from './softphone-state.ts';
import { useOtherSide } from './use-other-side.ts';
import { useRinging } from './use-ringing.ts';

const load = {
  screenPop: async () => ({ default: (await import('./screen-pop.tsx')).ScreenPop }),
  callPanel: async () => ({ default: (await import('./call-panel.tsx')).CallPanel }),
  endedNotice: async () => ({ default: (await import('./ended-notice.tsx')).EndedNotice }),
};
const ScreenPop = lazy(load.screenPop);
const CallPanel = lazy(load.callPanel);
const EndedNotice = lazy(load.endedNotice);

/** No part of the first load, but there before the first ring: a call must not wait for them, nor for the network. */
const useCallScreens = (registered: boolean): void => {
  useEffect(() => {
    if (registered) for (const each of Object.values(load)) void each().catch(() => {});
  }, [registered]);
};

/** The telephone at the bottom right: rests, rings, talks. It survives every navigation. */
export const SoftphoneDock = () => {
  const { t } = useTranslation('softphone');
  const { clinic, state, device, dismiss } = useSoftphone();
  const ringing = ringingCall(state);
  const active = activeCall(state);
  const { who, live } = useOtherSide(clinic?.id ?? null, ringing);
  useCallScreens(state.connection === 'ready');
  const reason = live?.menuChoice ?? live?.department?.name ?? null;
  useRinging(ringing?.callSid ?? null, who, reason);
  if (device === null || clinic === null) return null;
  return (
    <section
      className={classes.dock}
      aria-label={t('name')}
      data-testid="softphone"
      data-connection={state.connection}
    >
      <p className={classes.spoken} role="alert">
        {ringing === null ? '' : [t('ringing.title', { who }), reason].filter(Boolean).join(', ')}
      </p>
      <Suspense>
        {ringing !== null && (
          <ScreenPop call={ringing} clinic={clinic} device={device} compact={active !== null} />
        )}
        {active !== null && (
          <CallPanel
            key={active.callSid}
            call={active}
            clinic={clinic}
            device={device}
            microphone={state.microphone}
          />
        )}
        {ringing === null && active === null && state.ended !== null && (
          <EndedNotice ended={state.ended} clinic={clinic} onDismiss={dismiss} />
        )}
      </Suspense>
      {ringing === null && active === null && <RestingDock clinic={clinic} state={state} device={device} />}
    </section>
  );
};
