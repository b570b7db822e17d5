import { Button, Group, NumberInput, Skeleton, Stack, Text } from '@mantine/core';
import { IconCloudStorm, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type BadDayState, GOOD_DAY, isGoodDay, TERRIBLE_DAY } from './bad-day-state.ts';
import { useBadDay, useChangeBadDay } from './bad-day.query.ts';
import { CalleeOutcomes } from './callee-outcomes.tsx';
import classes from './bad-day.module.css';
import { Delay, Share } from './degree.tsx';

/** Makes the world bad: to see what the product makes of it. */
export function BadDayPanel() {
  const { t } = useTranslation('telephones');
  const { data: state } = useBadDay();
  const change = useChangeBadDay();
  if (!state) return <Skeleton height={240} />;
  return (
    <Stack gap={20}>
      <Text size="sm" c="dimmed">
        {t('badDay.purpose')}
      </Text>
      <Group gap={8}>
        <Button
          variant="light"
          leftSection={<IconSun size={16} aria-hidden />}
          disabled={isGoodDay(state)}
          onClick={() => change(GOOD_DAY)}
        >
          {t('badDay.allGood')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconCloudStorm size={16} aria-hidden />}
          onClick={() => change(TERRIBLE_DAY)}
        >
          {t('badDay.allBad')}
        </Button>
      </Group>
      <CalleeOutcomes state={state} onChange={change} />
      <Callbacks state={state} onChange={change} />
      <Requests state={state} onChange={change} />
    </Stack>
  );
}

type Part = { state: BadDayState; onChange: (state: BadDayState) => void };

function Callbacks({ state, onChange }: Part) {
  const { t } = useTranslation('telephones');
  const shares = ['lostShare', 'duplicatedShare', 'reorderedShare'] as const;
  return (
    <fieldset className={classes.part}>
      <legend className={classes.legend}>{t('badDay.callbacks')}</legend>
      {shares.map((name) => (
        <Share
          key={name}
          label={t(`badDay.${name}`)}
          value={state.callbacks[name]}
          onChange={(value) => onChange({ ...state, callbacks: { ...state.callbacks, [name]: value } })}
        />
      ))}
      <Delay
        label={t('badDay.webhookDelay')}
        value={state.webhooks.delayMs}
        onChange={(delayMs) => onChange({ ...state, webhooks: { delayMs } })}
      />
    </fieldset>
  );
}

function Requests({ state, onChange }: Part) {
  const { t } = useTranslation('telephones');
  const { rest } = state;
  return (
    <fieldset className={classes.part}>
      <legend className={classes.legend}>{t('badDay.rest')}</legend>
      <Delay
        label={t('badDay.restDelay')}
        value={rest.delayMs}
        onChange={(delayMs) => onChange({ ...state, rest: { ...rest, delayMs } })}
      />
      <Share
        label={t('badDay.restErrors')}
        value={rest.errorShare}
        onChange={(errorShare) => onChange({ ...state, rest: { ...rest, errorShare } })}
      />
      <NumberInput
        label={t('badDay.requestsPerSecond')}
        placeholder={t('badDay.noLimit')}
        min={1}
        max={10_000}
        allowDecimal={false}
        value={rest.requestsPerSecond ?? ''}
        onChange={(value) => onChange({ ...state, rest: { ...rest, requestsPerSecond: limit(value) } })}
      />
      <NumberInput
        label={t('badDay.callsPerSecond')}
        placeholder={t('badDay.noLimit')}
        min={0.1}
        max={1000}
        step={1}
        value={state.callsPerSecond ?? ''}
        onChange={(value) => onChange({ ...state, callsPerSecond: limit(value) })}
      />
    </fieldset>
  );
}

/** An emptied field is no limit. */
const limit = (value: string | number): number | null =>
  typeof value === 'number' && value > 0 ? value : null;
