import {
  IconArchive,
  IconChecks,
  IconLogout,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InstanceItem, WorkflowItem } from '../../src/workflows/rules/workflow-views.ts';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';

type Look = { tone: Tone; icon: Icon };
const ofWorkflows: Record<WorkflowItem['status'], Look> = {
  draft: { tone: 'grey', icon: IconPencil },
  active: { tone: 'green', icon: IconPlayerPlay },
  paused: { tone: 'amber', icon: IconPlayerPause },
  archived: { tone: 'grey', icon: IconArchive },
};
const ofInstances: Record<InstanceItem['status'], Look> = {
  running: { tone: 'blue', icon: IconPlayerPlay },
  paused: { tone: 'amber', icon: IconPlayerPause },
  done: { tone: 'green', icon: IconChecks },
  exited: { tone: 'grey', icon: IconLogout },
};

export const WorkflowStatusLabel = ({ status }: { status: WorkflowItem['status'] }) => {
  const { t } = useTranslation('workflows');
  const { tone, icon: StatusIcon } = ofWorkflows[status];
  return (
    <StatusLabel tone={tone} icon={<StatusIcon size={14} />}>
      {t(`status.${status}`)}
    </StatusLabel>
  );
};

export const InstanceStatusLabel = ({ status }: { status: InstanceItem['status'] }) => {
  const { t } = useTranslation('workflows');
  const { tone, icon: StatusIcon } = ofInstances[status];
  return (
    <StatusLabel tone={tone} icon={<StatusIcon size={14} />}>
      {t(`instanceStatus.${status}`)}
    </StatusLabel>
  );
};
