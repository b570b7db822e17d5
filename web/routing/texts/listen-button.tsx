import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlayerStopFilled, IconVolume } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { speakAll, stopSpeaking, type Heard } from './speak.ts';

interface ListenButtonProps {
  /** one after the other; a recording is played instead of its text */
  heard: readonly Heard[];
  /** what is heard, for those who do not see where the button stands */
  name: string;
}

/** Speaks a text, and stops it. */
export const ListenButton = ({ heard, name }: ListenButtonProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const [speaking, setSpeaking] = useState(false);
  const [isBrowsersVoice, setBrowsersVoice] = useState(false);
  useEffect(() => stopSpeaking, []);
  const toggle = async (): Promise<void> => {
    if (speaking) return stopSpeaking();
    setSpeaking(true);
    const voice = await speakAll(clinic.id, heard);
    if (voice === 'browser') setBrowsersVoice(true);
    setSpeaking(false);
  };
  return (
    <Tooltip label={isBrowsersVoice ? t('listen.otherVoice') : t('listen.hear')}>
      <ActionIcon
        variant="subtle"
        color={speaking ? 'desk' : 'gray'}
        size={32}
        disabled={heard.every(({ text }) => text.trim() === '')}
        aria-label={`${speaking ? t('listen.stop') : t('listen.hear')}: ${name}`}
        onClick={() => void toggle()}
      >
        {speaking ? <IconPlayerStopFilled size={16} aria-hidden /> : <IconVolume size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
};
