import {
  IconCircleCheck,
  IconDeviceMobile,
  IconMoon,
  IconPhoneCall,
  IconPhoneIncoming,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';
import type { StaffState } from './staff-state.ts';

const faces: Record<StaffState, { tone: Tone; icon: ReactNode }> = {
  online: { tone: 'green', icon: <IconCircleCheck /> },
  'by-phone': { tone: 'green', icon: <IconDeviceMobile /> },
  ringing: { tone: 'amber', icon: <IconPhoneIncoming /> },
  busy: { tone: 'blue', icon: <IconPhoneCall /> },
  'switched-off': { tone: 'grey', icon: <IconMoon /> },
  offline: { tone: 'grey', icon: <IconPlugConnectedX /> },
};

export const StaffStateLabel = ({ state }: { state: StaffState }) => {
  const { t } = useTranslation('staff');
  return (
    <StatusLabel tone={faces[state].tone} icon={faces[state].icon}>
      {t(`states.${state}`)}
    </StatusLabel>
  );
};
