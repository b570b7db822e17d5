import { Alert, Radio, Stack } from '@mantine/core';
import { IconCalendarQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Choices, ImportView } from '../../src/imports/rules/import-views.ts';
import { Panel } from '../ui/panel.tsx';
import classes from './imports.module.css';

interface ImportChoicesProps {
  one: ImportView;
  onChange: (choices: Partial<Choices>) => void;
}

/** What becomes of people who are here already, of rows with a mistake, and of dates that can be read both ways. */
export const ImportChoices = ({ one, onChange }: ImportChoicesProps) => {
  const { t } = useTranslation('imports');
  const { onDuplicate, onWrongField, dateOrder } = one.choices;
  const hasDates = one.kind === 'csv' && one.mapping.includes('birthDate');
  return (
    <Panel title={t('choices.title')}>
      <Stack className={classes.body} gap="lg">
        <Radio.Group
          label={t('choices.onDuplicate')}
          description={t('choices.onDuplicateHelp')}
          value={onDuplicate}
          onChange={(value) => onChange({ onDuplicate: value })}
        >
          <Stack gap={6} mt={8}>
            {(['update', 'skip', 'add'] as const).map((value) => (
              <Radio key={value} value={value} label={t(`choices.duplicate.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label={t('choices.onWrongField')}
          value={onWrongField}
          onChange={(value) => onChange({ onWrongField: value })}
        >
          <Stack gap={6} mt={8}>
            {(['refuse', 'leave-out'] as const).map((value) => (
              <Radio key={value} value={value} label={t(`choices.wrongField.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {hasDates && (
          <Radio.Group
            label={t('choices.dateOrder')}
            value={dateOrder ?? 'file'}
            onChange={(value) => onChange({ dateOrder: value === 'file' ? null : value })}
          >
            {one.asksDateOrder && (
              <Alert color="yellow" variant="light" icon={<IconCalendarQuestion />} mt={8}>
                {t('choices.dateOrderAsked')}
              </Alert>
            )}
            <Stack gap={6} mt={8}>
              {(['file', 'dmy', 'mdy'] as const).map((value) => (
                <Radio key={value} value={value} label={t(`choices.dateOrders.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </Stack>
    </Panel>
  );
};
