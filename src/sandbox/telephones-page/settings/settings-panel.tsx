import { Anchor, SegmentedControl, Slider, Stack, Switch, Text, useMantineColorScheme } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { API } from '../wire/request.ts';
import { preferences, usePreferences } from './preferences.ts';
import { useChangeSandboxSettings, useSandboxSettings } from './sandbox-settings.query.ts';

const SCHEMES = ['auto', 'light', 'dark'] as const;

export function SettingsPanel() {
  const { t } = useTranslation('telephones');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { sound, aloud, microphone } = usePreferences();
  return (
    <Stack gap={20}>
      <SpeechSpeed />
      <Switch
        label={t('settings.aloud')}
        description={t('settings.aloudHint')}
        checked={aloud}
        onChange={(event) => preferences.dispatch({ aloud: event.currentTarget.checked })}
      />
      <Switch
        label={t('settings.sound')}
        checked={sound}
        onChange={(event) => preferences.dispatch({ sound: event.currentTarget.checked })}
      />
      <Switch
        label={t('settings.microphone')}
        description={t('settings.microphoneHint')}
        checked={microphone}
        onChange={(event) => preferences.dispatch({ microphone: event.currentTarget.checked })}
      />
      <SegmentedControl
        aria-label={t('settings.appearance')}
        value={colorScheme}
        data={SCHEMES.map((value) => ({ value, label: t(`settings.${value}`) }))}
        onChange={(value) => setColorScheme(SCHEMES.find((each) => each === value) ?? 'auto')}
      />
      <Text size="sm" c="dimmed">
        {t('settings.scripts')}{' '}
        <Anchor href={`${API}/`} target="_blank">
          {t('settings.api')}
        </Anchor>
      </Text>
    </Stack>
  );
}

const SLOWEST = 6;
const FASTEST = 60;

/** How fast the sandbox speaks, for everybody who uses it. */
function SpeechSpeed() {
  const { t } = useTranslation('telephones');
  const id = useId();
  const settings = useSandboxSettings();
  const change = useChangeSandboxSettings();
  const current = settings?.speechCharactersPerSecond ?? 14;
  // While it is dragged the slider shows the hand, otherwise what the sandbox says.
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? current;
  const words = t('settings.charactersPerSecond', { count: Math.round(shown) });
  return (
    <div>
      <Text size="sm" fw={560} id={id}>
        {t('settings.speed')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {words}
      </Text>
      <Slider
        thumbProps={{ 'aria-labelledby': id, 'aria-valuetext': words }}
        label={null}
        min={SLOWEST}
        max={Math.max(FASTEST, current)}
        step={1}
        value={shown}
        onChange={setDragged}
        onChangeEnd={(speechCharactersPerSecond) => {
          setDragged(null);
          change({ speechCharactersPerSecond });
        }}
      />
    </div>
  );
}
