import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { keyMeanings } from '../../../../src/calls/rules/errand.ts';
import classes from './forms.module.css';
import { nextKey, phoneKeys, withKey, withMeaning, withoutKey, type Keys } from './phone-keys.ts';

interface CallKeysProps {
  keys: Keys;
  error: string | undefined;
  onChange: (keys: Keys) => void;
}

/** Which key means what to whoever is called. */
export const CallKeys = ({ keys, error, onChange }: CallKeysProps) => {
  const { t } = useTranslation('stepForms');
  const used = phoneKeys.filter((key) => keys[key] !== undefined);
  const next = nextKey(keys);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('call.keys')}</legend>
      {used.map((key) => (
        <div key={key} className={classes.row}>
          <Select
            className={classes.count}
            aria-label={t('call.key')}
            data={phoneKeys.filter((each) => each === key || keys[each] === undefined)}
            value={key}
            allowDeselect={false}
            onChange={(to) => to !== null && onChange(withKey(keys, key, to))}
          />
          <Select
            className={classes.grow}
            aria-label={t('call.means', { key })}
            data={keyMeanings.map((value) => ({ value, label: t(`call.meanings.${value}`) }))}
            value={keys[key]!}
            allowDeselect={false}
            onChange={(means) => means !== null && onChange(withMeaning(keys, key, means))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('call.removeKey', { key })}
            onClick={() => onChange(withoutKey(keys, key))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error !== undefined && <p className={classes.fault}>{error}</p>}
      <p className={classes.hint}>{used.length === 0 ? t('call.noKeys') : t('call.keysHint')}</p>
      {next !== null && (
        <Button
          variant="default"
          size="compact-md"
          className={classes.add}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange(withMeaning(keys, next.key, next.means))}
        >
          {t('call.addKey')}
        </Button>
      )}
    </fieldset>
  );
};
