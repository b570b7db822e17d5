import { Button, Kbd } from '@mantine/core';
import { IconPhone, IconPhoneIncoming, IconPhoneX } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { useSecond } from '../ui/clock.ts';
import { formatDuration } from '../ui/duration.ts';
import { CallerFacts } from './caller-facts.tsx';
import { CallerHead } from './caller-head.tsx';
import classes from './screen-pop.module.css';
import dock from './softphone-dock.module.css';
import type { SoftphoneControls } from './softphone-device.ts';
import type { SoftphoneCall } from './softphone-state.ts';
import { useCallKeys } from './use-call-keys.ts';
import { useOtherSide } from './use-other-side.ts';

interface ScreenPopProps {
  call: SoftphoneCall;
  clinic: MyClinic;
  device: SoftphoneControls;
  /** Another conversation is under way: this one may only be declined. */
  compact: boolean;
}

/** Who is calling and why, before the call is accepted. */
export const ScreenPop = ({ call, clinic, device, compact }: ScreenPopProps) => {
  const { t } = useTranslation('softphone');
  const { live, who, number } = useOtherSide(clinic.id, call);
  const accept = useCallback(() => device.accept(call.callSid), [device, call.callSid]);
  const decline = useCallback(() => device.decline(call.callSid), [device, call.callSid]);
  useCallKeys(compact ? null : call.callSid, accept, decline);
  const second = useSecond();
  const rungFor = live === undefined ? 0 : second - Date.parse(live.statusSince) / 1000;
  return (
    <div className={dock.panel} data-testid="screen-pop">
      <div className={dock.head} data-tone="amber">
        <IconPhoneIncoming size={20} className={classes.shaking} aria-hidden />
        <span>
          {t('ringing.label')}
          {live?.department != null && ` ${t('ringing.for', { department: live.department.name })}`}
        </span>
        <span className={dock.clock}>{formatDuration(rungFor)}</span>
      </div>
      <div className={dock.body}>
        <CallerHead live={live} who={who} number={number} clinic={clinic} />
        {!compact && live !== undefined && <CallerFacts live={live} clinic={clinic} />}
      </div>
      <div className={classes.answers} data-call-answer>
        <Button
          variant="default"
          size="lg"
          leftSection={<IconPhoneX size={20} aria-hidden />}
          rightSection={<Kbd aria-hidden>Esc</Kbd>}
          aria-label={t('decline')}
          onClick={decline}
        >
          {t('decline')}
        </Button>
        {!compact && (
          <Button
            color="leaf"
            size="lg"
            leftSection={<IconPhone size={20} aria-hidden />}
            rightSection={<Kbd aria-hidden>↵</Kbd>}
            aria-label={t('accept')}
            onClick={accept}
          >
            {t('accept')}
          </Button>
        )}
      </div>
    </div>
  );
};
