import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconMicrophone, IconMicrophoneOff, IconSend } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../app/store.ts';
import { preferences } from '../settings/preferences.ts';
import { microphone, turnMicrophoneOff, turnMicrophoneOn } from '../sound/microphone.ts';
import classes from './speak-row.module.css';

/** Two ways to speak: the microphone, or words that are typed and taken as said. */
export function SpeakRow({ onSay }: { onSay: (words: string) => void }) {
  const { t } = useTranslation('telephones');
  const [words, setWords] = useState('');
  const say = (event: SyntheticEvent): void => {
    event.preventDefault();
    const said = words.trim();
    if (said === '') return;
    setWords('');
    onSay(said);
  };
  return (
    <form className={classes.row} onSubmit={say}>
      <MicrophoneButton />
      <TextInput
        className={classes.words ?? ''}
        size="sm"
        aria-label={t('phone.say')}
        placeholder={t('phone.sayHint')}
        autoComplete="off"
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        rightSection={
          <ActionIcon type="submit" variant="subtle" aria-label={t('phone.sayIt')}>
            <IconSend size={16} aria-hidden />
          </ActionIcon>
        }
      />
    </form>
  );
}

function MicrophoneButton() {
  const { t } = useTranslation('telephones');
  const state = useStore(microphone, (each) => each);
  const on = state === 'on';
  const toggle = (): void => {
    preferences.dispatch({ microphone: !on });
    if (on) turnMicrophoneOff();
    else void turnMicrophoneOn();
  };
  return (
    <Tooltip label={t(`microphone.${state}`)}>
      <ActionIcon
        size={34}
        radius="xl"
        variant={on ? 'filled' : 'default'}
        aria-label={t('microphone.title')}
        aria-pressed={on}
        loading={state === 'asking'}
        onClick={toggle}
        data-testid="microphone"
      >
        {on ? <IconMicrophone size={18} aria-hidden /> : <IconMicrophoneOff size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}
