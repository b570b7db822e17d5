import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import { stepIcons } from '../step-icons.ts';
import classes from './editor.module.css';
import { stepGroups } from './new-step.ts';

interface AddMenuProps {
  /** where the button stands on the screen */
  at: DOMRect;
  onAdd: (kind: Step['do']) => void;
  onClose: () => void;
}

/** What can be put between two steps. One menu for all the places of the picture. */
export const AddMenu = ({ at, onAdd, onClose }: AddMenuProps) => {
  const { t } = useTranslation('editor');
  return (
    <Menu opened onClose={onClose} position="right-start" width={340} returnFocus={false} withinPortal>
      <Menu.Target>
        <span
          className={classes.anchor}
          style={{ left: at.left, top: at.top, width: at.width, height: at.height }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('add')} className={classes.kinds}>
        {stepGroups.map(({ name, kinds }) => (
          <div key={name}>
            <Menu.Label>{t(`groups.${name}`)}</Menu.Label>
            {kinds.map((kind) => {
              const KindIcon = stepIcons[kind];
              return (
                <Menu.Item
                  key={kind}
                  leftSection={<KindIcon size={18} aria-hidden />}
                  onClick={() => onAdd(kind)}
                >
                  {t(`kinds.${kind}`)}
                  <span className={classes.kindSays}>{t(`says.${kind}`)}</span>
                </Menu.Item>
              );
            })}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
