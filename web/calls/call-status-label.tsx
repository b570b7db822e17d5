import {
  IconDialpad,
  IconExternalLink,
  IconMusic,
  IconMessageChatbot,
  IconPhoneCall,
  IconPhoneEnd,
  IconPhoneIncoming,
  IconPhoneOff,
  IconPhoneX,
  IconPlayerPause,
  IconRecordMail,
  IconAlertTriangle,
  IconCircleCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallOutcome, CallStatus } from '../../src/calls/rules/call-status.ts';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';
import { useOutcomeWords } from './outcome-words.ts';

type Face = { tone: Tone; icon: ReactNode };

const statusFaces: Record<CallStatus, Face> = {
  menu: { tone: 'blue', icon: <IconDialpad /> },
  ringing: { tone: 'amber', icon: <IconPhoneIncoming /> },
  waiting: { tone: 'amber', icon: <IconMusic /> },
  connected: { tone: 'green', icon: <IconPhoneCall /> },
  held: { tone: 'blue', icon: <IconPlayerPause /> },
  voicemail: { tone: 'grey', icon: <IconRecordMail /> },
  external: { tone: 'green', icon: <IconExternalLink /> },
  script: { tone: 'grey', icon: <IconMessageChatbot /> },
  ended: { tone: 'grey', icon: <IconPhoneEnd /> },
};

const outcomeFaces: Record<CallOutcome, Face> = {
  answered: { tone: 'green', icon: <IconCircleCheck /> },
  voicemail: { tone: 'blue', icon: <IconRecordMail /> },
  external: { tone: 'green', icon: <IconExternalLink /> },
  abandoned: { tone: 'grey', icon: <IconPhoneX /> },
  missed: { tone: 'red', icon: <IconPhoneOff /> },
  'no-answer': { tone: 'grey', icon: <IconPhoneOff /> },
  machine: { tone: 'grey', icon: <IconRecordMail /> },
  failed: { tone: 'red', icon: <IconAlertTriangle /> },
};

interface CallStatusLabelProps {
  status: CallStatus;
  outcome: CallOutcome | null;
}

/** How a call came out, or where it stands while it runs. */
export const CallStatusLabel = ({ status, outcome }: CallStatusLabelProps) => {
  const words = useOutcomeWords();
  const { tone, icon } = outcome === null ? statusFaces[status] : outcomeFaces[outcome];
  return (
    <StatusLabel tone={tone} icon={icon}>
      {words(outcome ?? status)}
    </StatusLabel>
  );
};
