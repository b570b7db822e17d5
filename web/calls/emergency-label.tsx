import { IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallListItem } from '../../src/calls/rules/call-views.ts';
import { StatusLabel } from '../ui/status-label.tsx';

interface EmergencyLabelProps {
  emergency: CallListItem['emergency'];
  /** Says how it was recognised, not only that it is one. */
  how?: boolean;
}

/** That a call is an emergency, as far as is known; nothing where it is none. */
export const EmergencyLabel = ({ emergency, how = false }: EmergencyLabelProps) => {
  const { t } = useTranslation('calls');
  if (emergency === null) return null;
  const { by, detail } = emergency;
  return (
    <StatusLabel tone="red" icon={<IconUrgent />}>
      {how ? t(`emergency.by.${by}`, { detail: detail ?? '' }) : t('emergency.label')}
    </StatusLabel>
  );
};
