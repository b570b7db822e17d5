import { Menu } from '@mantine/core';
import { IconClipboard, IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import { stepIcons } from '../step-icons.ts';
import { readCopied } from './copied-steps.ts';
import classes from './editor.module.css';
import { stepGroups } from './new-step.ts';
import { useStepTitle } from './use-step-title.ts';

interface AddMenuProps {
  /** where the button stands on the screen */
  at: DOMRect;
  onAdd: (kind: Step['do']) => void;
  /** What was copied. */
  onInsert: (steps: readonly Step[]) => void;
  onOther: () => void;
  onClose: () => void;
}

/** What can be put between two steps. One menu for all the places of the picture. */
export const AddMenu = ({ at, onAdd, onInsert, onOther, onClose }: AddMenuProps) => {
  const { t } = useTranslation('editor');
  const stepTitle = useStepTitle();
  const copied = readCopied();
  const names = copied.map((step) => stepTitle(step).title).join(', ');
  return (
    <Menu
      opened
      closeOnItemClick={false}
      onClose={onClose}
      position="right-start"
      width="min(340px, calc(100vw - 16px))"
      // On a narrow screen it lies over the picture, and not beside the screen.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      returnFocus={false}
      withinPortal
    >
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
        <Menu.Label>{t('groups.elsewhere')}</Menu.Label>
        {copied.length > 0 && (
          <Menu.Item leftSection={<IconClipboard size={18} aria-hidden />} onClick={() => onInsert(copied)}>
            {t('paste')}
            <span className={classes.kindSays}>{names}</span>
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconFileImport size={18} aria-hidden />} onClick={onOther}>
          {t('other.open')}
          <span className={classes.kindSays}>{t('other.says')}</span>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
