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

/** All keys on one panel, and the switch for those without Ctrl. */
const KeyList = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('search');
  const frame = useTranslation('frame').t;
  const [on, setOn] = useSingleKeys();
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
          <KeyLine
            key={each.name}
            label={t(`keys.${each.name}`)}
            keys={each.keys.map((key) => (key === 'control' ? t('keys.control') : key))}
          />
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
