import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOnTick } from '../ui/clock.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { StatusLabel } from '../ui/status-label.tsx';

/** When a task is due; what is late says so in words. */
export const DueLabel = ({ at, timeZone }: { at: string; timeZone: string }) => {
  const { t } = useTranslation('tasks');
  const late = useOnTick((second) => String(second * 1000 > Date.parse(at))) === 'true';
  return (
    <StatusLabel tone={late ? 'red' : 'grey'} icon={late ? <IconAlertTriangle /> : <IconClock />}>
      {late && <>{t('overdue')}, </>}
      <MomentText at={at} timeZone={timeZone} words="calendar" />
    </StatusLabel>
  );
};
