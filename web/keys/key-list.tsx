import { Drawer, Kbd, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pages } from '../app/pages.ts';
import classes from './key-list.module.css';
import { useSingleKeys } from './single-keys.ts';

const always = [
  { name: 'search', keys: ['control', 'K'] },
  { name: 'accept', keys: ['Enter'] },
  { name: 'decline', keys: ['Esc'] },
] as const;
const single = [
  { name: 'list', keys: ['?'] },
  { name: 'find', keys: ['/'] },
] as const;
const editing = [
  { name: 'walk', keys: ['↑', '↓'] },
  { name: 'open', keys: ['Enter'] },
  { name: 'fold', keys: ['←', '→'] },
  { name: 'move', keys: ['Alt', '↑', '↓'] },
  { name: 'insert', keys: ['+'] },
  { name: 'copy', keys: ['control', 'D'] },
  { name: 'take', keys: ['control', 'C'] },
  { name: 'put', keys: ['control', 'V'] },
  { name: 'find', keys: ['control', 'F'] },
  { name: 'remove', keys: ['delete'] },
  { name: 'undo', keys: ['control', 'Z'] },
  { name: 'redo', keys: ['control', 'shift', 'Z'] },
] as const;

/** All keys on one panel, and the switch for those without Ctrl. */
const KeyList = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('search');
  const frame = useTranslation('frame').t;
  const [on, setOn] = useSingleKeys();
  const keyName = (key: string): string => {
    if (key === 'control' || key === 'shift' || key === 'delete') return t(`keys.${key}`);
    return key;
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="sm"
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('keys.close') }}
    >
      <dl className={classes.keys}>
        {always.map((each) => (
          <KeyLine key={each.name} label={t(`keys.${each.name}`)} keys={each.keys.map(keyName)} />
        ))}
      </dl>
      <h3 className={classes.where}>{t('keys.inEditor')}</h3>
      <dl className={classes.keys}>
        {editing.map((each) => (
          <KeyLine key={each.name} label={t(`keys.editor.${each.name}`)} keys={each.keys.map(keyName)} />
        ))}
      </dl>
      <Switch
        my="md"
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
        label={t('keys.single')}
        description={t('keys.singleHint')}
      />
      <dl className={classes.keys} data-off={!on}>
        {single.map((each) => (
          <KeyLine key={each.name} label={t(`keys.${each.name}`)} keys={each.keys} />
        ))}
        {pages.map((page) => (
          <KeyLine
            key={page.name}
            label={t('keys.go', { page: frame(`pages.${page.name}`) })}
            keys={['g', page.key]}
          />
        ))}
      </dl>
    </Drawer>
  );
};

const KeyLine = ({ label, keys }: { label: string; keys: readonly string[] }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </dd>
  </div>
);

export default KeyList;
