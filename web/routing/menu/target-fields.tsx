import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallerRule, MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { useEditing } from '../editing.ts';
import { NumberField } from '../number-field.tsx';
import type { TargetGroup } from './target-words.ts';

interface TargetFieldsProps {
  label: string;
  targets: TargetGroup[];
  route: MenuEntry['route'] | CallerRule['route'];
  /** the target that stands for the route; empty: none yet */
  target: string;
  onTarget: (target: string) => void;
  onNumber: (number: string) => void;
}

/** Where a call goes; for a number outside, which one. */
export const TargetFields = ({ label, targets, route, target, onTarget, onNumber }: TargetFieldsProps) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  return (
    <>
      <Select
        label={label}
        placeholder={t('menu.chooseTarget')}
        searchable
        nothingFoundMessage={t('menu.noTarget')}
        data={targets}
        value={target || null}
        allowDeselect={false}
        readOnly={!mayChange}
        onChange={(value) => value !== null && onTarget(value)}
      />
      {route.type === 'external' && (
        <NumberField
          visibleLabel
          label={t('menu.number')}
          number={route.number}
          wrong={false}
          readOnly={!mayChange}
          onChange={onNumber}
        />
      )}
    </>
  );
};
