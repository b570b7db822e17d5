import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MenuItem, RoutingView } from '../../src/routing/rules/routing-view.ts';
import { changeOption, menuKeys, type MenuPath } from './edit-menu.ts';
import { NumberField } from './number-field.tsx';
import type { MenuFault } from './menu-faults.ts';
import { routeTo, targetOf } from './menu-target.ts';
import classes from './menu-fields.module.css';
import { OptionButtons } from './option-buttons.tsx';
import { builtInText } from './option-text.ts';
import { lacksKey, onKey, spokenLanguages, withText } from './spoken-text.ts';
import { useTargetGroups } from './target-words.ts';

interface OptionFieldsProps {
  item: MenuItem;
  path: MenuPath;
  /** how many options its menu has */
  count: number;
  whole: MenuItem[];
  routing: RoutingView;
  fault: MenuFault | undefined;
  onChange: (whole: MenuItem[]) => void;
}

/** One option of a menu: its key, its name, where it leads, and what is said for it. */
export const OptionFields = ({ item, path, count, whole, routing, fault, onChange }: OptionFieldsProps) => {
  const { t } = useTranslation('routing');
  const groups = useTargetGroups(routing);
  const set = (next: MenuItem): void => onChange(changeOption(whole, path, next));
  const { digit, label, spoken, route } = item;
  return (
    <div
      className={classes.option}
      role="group"
      aria-label={t('menu.option', { key: digit, label: label || t('menu.unnamed') })}
    >
      <NativeSelect
        className={classes.key}
        aria-label={t('menu.key')}
        data={[...new Set([...menuKeys, digit])]}
        value={digit}
        error={fault === 'key-taken'}
        onChange={(event) => set(onKey(item, event.currentTarget.value))}
      />
      <TextInput
        className={classes.label}
        aria-label={t('menu.label')}
        placeholder={t('menu.label')}
        value={label}
        maxLength={80}
        error={fault === 'label-missing'}
        onChange={(event) => set({ ...item, label: event.currentTarget.value })}
      />
      <NativeSelect
        className={classes.target}
        aria-label={t('menu.target')}
        data={groups(route, path.length)}
        value={targetOf(route)}
        error={fault === 'target-gone' || fault === 'options-missing'}
        onChange={(event) => set({ ...item, route: routeTo(event.currentTarget.value, route) })}
      />
      <OptionButtons item={item} path={path} count={count} whole={whole} onChange={onChange} />
      {route.type === 'external' && (
        <NumberField
          className={classes.wide}
          label={t('menu.number')}
          number={route.number}
          wrong={fault === 'number-wrong'}
          onChange={(number) => set({ ...item, route: { type: 'external', number } })}
        />
      )}
      {spokenLanguages.map((language) => (
        <TextInput
          key={language}
          className={classes.spoken}
          lang={language}
          leftSection={<span className={classes.language}>{language.toUpperCase()}</span>}
          aria-label={t(`menu.spoken.${language}`)}
          placeholder={builtInText(item, language)}
          maxLength={1000}
          value={spoken[language] ?? ''}
          description={lacksKey(spoken[language], digit) ? t('menu.lacksKey', { key: digit }) : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) =>
            set({ ...item, spoken: withText(spoken, language, event.currentTarget.value) })
          }
        />
      ))}
      {fault !== undefined && (
        <p className={classes.fault} role="alert">
          {t(`faults.${fault}`)}
        </p>
      )}
    </div>
  );
};
