import { Anchor, CloseButton } from '@mantine/core';
import { IconPhoneOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { formatDuration } from '../ui/duration.ts';
import dock from './softphone-dock.module.css';
import type { SoftphoneState } from './softphone-state.ts';

interface EndedNoticeProps {
  ended: NonNullable<SoftphoneState['ended']>;
  clinic: MyClinic;
  onDismiss: () => void;
}

export const EndedNotice = ({ ended, clinic, onDismiss }: EndedNoticeProps) => {
  const { t } = useTranslation('softphone');
  return (
    <div className={dock.panel}>
      <div className={dock.head} data-tone="grey" role="status">
        <IconPhoneOff size={20} aria-hidden />
        {t('ended')} · {formatDuration(ended.seconds)}
        {ended.callId !== null && (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/clinics/$clinicId/calls/$callId"
                params={{ clinicId: clinic.id, callId: ended.callId ?? '' }}
              />
            )}
          >
            {t('story')}
          </Anchor>
        )}
        <CloseButton className={dock.clock} size="sm" aria-label={t('dismiss')} onClick={onDismiss} />
      </div>
    </div>
  );
};
