import { UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronUp,
  IconMicrophoneOff,
  IconPhoneCall,
  IconPhoneX,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocalSecond } from '../ui/clock.ts';
import { formatDuration } from '../ui/duration.ts';
import dock from './softphone-dock.module.css';
import type { SoftphoneCall } from './softphone-state.ts';

interface CallHeadlineProps {
  call: SoftphoneCall;
  held: boolean;
  /** The other side of an outbound call has not answered yet. */
  dialling: boolean;
  folded: boolean;
  onFold: () => void;
}

/** Where the conversation stands, its clock, and a handle that folds the panel away from what lies below it. */
export const CallHeadline = ({ call, held, dialling, folded, onFold }: CallHeadlineProps) => {
  const { t } = useTranslation('softphone');
  const second = useLocalSecond();
  const seconds = call.phase === 'talking' || call.phase === 'ending' ? second - call.since / 1000 : 0;
  const face = faceOf(call, held, dialling);
  const Chevron = folded ? IconChevronUp : IconChevronDown;
  return (
    <div className={dock.head} data-tone={face.tone}>
      <face.icon size={20} aria-hidden />
      <span role="status">{t(face.word)}</span>
      <span className={dock.clock} role="timer">
        {formatDuration(seconds)}
      </span>
      <UnstyledButton
        className={dock.fold}
        aria-label={t('details')}
        aria-expanded={!folded}
        onClick={onFold}
      >
        <Chevron size={18} aria-hidden />
      </UnstyledButton>
    </div>
  );
};

const faceOf = (call: SoftphoneCall, held: boolean, dialling: boolean) => {
  if (call.phase === 'ending') return { tone: 'grey', icon: IconPhoneX, word: 'ending' } as const;
  if (held) return { tone: 'blue', icon: IconPlayerPause, word: 'onHold' } as const;
  if (dialling || (call.purpose === 'outbound' && call.phase !== 'talking')) {
    return { tone: 'amber', icon: IconPhoneCall, word: 'calling' } as const;
  }
  if (call.phase === 'accepting') return { tone: 'amber', icon: IconPhoneCall, word: 'accepting' } as const;
  if (call.muted) return { tone: 'grey', icon: IconMicrophoneOff, word: 'muted' } as const;
  return { tone: 'green', icon: IconPhoneCall, word: 'talking' } as const;
};
