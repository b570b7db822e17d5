import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import { FieldProblems } from '../draft/field-problems.tsx';
import { useEditing, useScope } from '../editing.ts';
import { NumberField } from '../number-field.tsx';
import classes from './hours-part.module.css';

const ways = ['voicemail', 'menu', 'staff', 'external'] as const;

/** What callers reach outside the opening hours and on holidays. What they hear first is among the greetings. */
export const AfterHours = () => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { path, settings, change } = useScope();
  return (
    <Panel title={t('afterHours.title')}>
      <div className={classes.body}>
        <Radio.Group
          aria-label={t('afterHours.title')}
          value={settings.afterHours}
          onChange={(value) => {
            const way = ways.find((each) => each === value);
            if (way !== undefined && mayChange) change({ afterHours: way });
          }}
        >
          <Stack gap={10}>
            {ways.map((way) => (
              <Radio
                key={way}
                value={way}
                label={t(`afterHours.ways.${way}`)}
                disabled={!mayChange && settings.afterHours !== way}
              />
            ))}
          </Stack>
        </Radio.Group>
        {settings.afterHours === 'external' && (
          <NumberField
            visibleLabel
            className={classes.number}
            label={t('afterHours.number')}
            number={settings.afterHoursNumber ?? ''}
            wrong={false}
            readOnly={!mayChange}
            onChange={(number) => change({ afterHoursNumber: number === '' ? null : number })}
          />
        )}
        <FieldProblems at={`${path}/afterHours`} />
        <FieldProblems at={`${path}/afterHoursNumber`} />
      </div>
    </Panel>
  );
};
