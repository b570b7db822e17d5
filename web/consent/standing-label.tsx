import { IconArrowBackUp, IconBan, IconCheck, IconCircleOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusLabel } from '../ui/status-label.tsx';

/** Whether a yes holds. */
export const ConsentStatus = ({ withdrawnAt }: { withdrawnAt: string | null }) => {
  const { t } = useTranslation('consent');
  return withdrawnAt === null ? (
    <StatusLabel tone="green" icon={<IconCheck />}>
      {t('records.holds')}
    </StatusLabel>
  ) : (
    <StatusLabel tone="grey" icon={<IconCircleOff />}>
      {t('records.withdrawn')}
    </StatusLabel>
  );
};

/** Whether a no stands. */
export const OptOutStatus = ({ liftedAt }: { liftedAt: string | null }) => {
  const { t } = useTranslation('consent');
  return liftedAt === null ? (
    <StatusLabel tone="red" icon={<IconBan />}>
      {t('optOuts.stands')}
    </StatusLabel>
  ) : (
    <StatusLabel tone="grey" icon={<IconArrowBackUp />}>
      {t('optOuts.over')}
    </StatusLabel>
  );
};
