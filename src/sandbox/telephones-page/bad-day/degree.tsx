import { Slider, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './bad-day.module.css';

type Degree = { label: string; value: number; onChange: (value: number) => void };

/** From none to all. @param value from 0 to 1 */
export function Share({ label, value, onChange }: Degree) {
  const { i18n } = useTranslation('telephones');
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return (
    <Setting
      label={label}
      value={Math.round(value * 100)}
      max={100}
      step={5}
      words={(each) => percent.format(each / 100)}
      onChange={(each) => onChange(each / 100)}
    />
  );
}

/** @param value in milliseconds */
export function Delay({ label, value, onChange }: Degree) {
  const { i18n } = useTranslation('telephones');
  const seconds = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'second' });
  return (
    <Setting
      label={label}
      value={value}
      max={20_000}
      step={500}
      words={(each) => seconds.format(each / 1000)}
      onChange={onChange}
    />
  );
}

type SettingProps = Degree & { max: number; step: number; words: (value: number) => string };

/** A slider that is told apart by its words; the change counts when it is let go. */
function Setting({ label, value, max, step, words, onChange }: SettingProps) {
  const id = useId();
  // While it is dragged the slider shows the hand, otherwise what the sandbox says.
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;
  return (
    <div>
      <div className={classes.labels}>
        <Text size="sm" id={id}>
          {label}
        </Text>
        <Text size="sm" c={shown > 0 ? 'var(--wrong-text)' : 'dimmed'} fw={shown > 0 ? 600 : 400}>
          {words(shown)}
        </Text>
      </div>
      <Slider
        thumbProps={{ 'aria-labelledby': id, 'aria-valuetext': words(shown) }}
        label={null}
        min={0}
        max={max}
        step={step}
        value={shown}
        onChange={setDragged}
        onChangeEnd={(each) => {
          setDragged(null);
          onChange(each);
        }}
      />
    </div>
  );
}
