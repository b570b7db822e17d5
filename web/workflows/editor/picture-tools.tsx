import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsMaximize, IconMinus, IconPlus, type Icon } from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './picture.module.css';

/** Below the picture, so that nothing lies over a step: its size, and whatever else is done with all of it. */
export const PictureTools = ({ children }: { children?: ReactNode }) => {
  const { t } = useTranslation('editor');
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <div className={classes.tools}>
      <div role="group" aria-label={t('zoom')} className={classes.zoom}>
        <Tool label={t('zoomOut')} icon={IconMinus} onClick={() => void zoomOut()} />
        <Tool label={t('zoomIn')} icon={IconPlus} onClick={() => void zoomIn()} />
        <Tool label={t('fit')} icon={IconArrowsMaximize} onClick={() => void fitView()} />
      </div>
      {children}
    </div>
  );
};

interface ToolProps {
  label: string;
  icon: Icon;
  onClick: () => void;
}

const Tool = ({ label, icon: ToolIcon, onClick }: ToolProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} onClick={onClick}>
      <ToolIcon size={16} aria-hidden />
    </ActionIcon>
  </Tooltip>
);
