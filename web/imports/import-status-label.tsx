import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconChecks,
  IconEye,
  IconFileX,
  IconLoader2,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportStatus } from '../../src/imports/rules/import-views.ts';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';

const looks: Record<ImportStatus, { tone: Tone; icon: Icon }> = {
  uploading: { tone: 'blue', icon: IconLoader2 },
  reading: { tone: 'blue', icon: IconLoader2 },
  unreadable: { tone: 'red', icon: IconFileX },
  ready: { tone: 'amber', icon: IconEye },
  running: { tone: 'blue', icon: IconLoader2 },
  done: { tone: 'green', icon: IconChecks },
  undoing: { tone: 'blue', icon: IconLoader2 },
  undone: { tone: 'grey', icon: IconArrowBackUp },
};

export const ImportStatusLabel = ({ status, refused }: { status: ImportStatus; refused: number }) => {
  const { t } = useTranslation('imports');
  const withRefused = status === 'done' && refused > 0;
  const { tone, icon: StatusIcon } = withRefused
    ? { tone: 'amber' as const, icon: IconAlertTriangle }
    : looks[status];
  return (
    <StatusLabel tone={tone} icon={<StatusIcon size={14} />}>
      {t(`status.${status}`)}
      {withRefused && `, ${refused} ${t('report.refused')}`}
    </StatusLabel>
  );
};
