import {
  IconCalendarEvent,
  IconChecklist,
  IconDental,
  IconMessage,
  IconNote,
  IconPencil,
  IconPhoneIncoming,
  IconPhoneOutgoing,
  IconRecordMail,
  IconShieldCheck,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry as Entry } from '../../src/timeline/rules/timeline-view.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { AppointmentStatusLabel } from '../appointments/appointment-status-label.tsx';
import { CareEntry } from '../care/care-entry.tsx';
import { ConsentEntry } from '../consent/consent-entry.tsx';
import { MessageEntry } from '../messages/message-entry.tsx';
import { TaskEntry } from '../tasks/task-entry.tsx';
import { absolute, timeOfDay } from '../ui/moment.ts';
import { CallEntry } from './call-entry.tsx';
import { useChangeWords } from './change-words.ts';
import { Note } from './note.tsx';
import classes from './timeline.module.css';
import { VoicemailEntry } from './voicemail-entry.tsx';

const icons = {
  inbound: IconPhoneIncoming,
  outbound: IconPhoneOutgoing,
  voicemail: IconRecordMail,
  message: IconMessage,
  appointment: IconCalendarEvent,
  care: IconDental,
  note: IconNote,
  task: IconChecklist,
  consent: IconShieldCheck,
  change: IconPencil,
} satisfies Record<string, Icon>;

interface TimelineEntryProps {
  entry: Entry;
  clinic: MyClinic;
  patientId: string;
}

/** One line of the story: what it was, when, and the rest of it in place. */
export const TimelineEntry = ({ entry, clinic, patientId }: TimelineEntryProps) => {
  const { i18n } = useTranslation();
  const EntryIcon = icons[entry.kind === 'call' ? entry.direction : entry.kind];
  return (
    <li className={classes.entry} data-kind={entry.kind} data-testid={`entry-${entry.kind}`}>
      <span className={classes.icon}>
        <EntryIcon size={16} aria-hidden />
      </span>
      <div className={classes.what}>
        <Content entry={entry} clinic={clinic} patientId={patientId} />
      </div>
      <time
        className={classes.time}
        dateTime={entry.at}
        title={absolute(entry.at, i18n.language, clinic.timeZone)}
      >
        {timeOfDay(entry.at, i18n.language, clinic.timeZone)}
      </time>
    </li>
  );
};

const Content = ({ entry, clinic, patientId }: TimelineEntryProps) => {
  switch (entry.kind) {
    case 'call':
      return <CallEntry entry={entry} clinic={clinic} />;
    case 'voicemail':
      return <VoicemailEntry entry={entry} clinicId={clinic.id} />;
    case 'message':
      return <MessageEntry entry={entry} clinicId={clinic.id} />;
    case 'appointment':
      return (
        <div className={classes.line}>
          <span>
            {entry.reason} <span className={classes.quiet}>· {entry.practitioner}</span>
          </span>
          <AppointmentStatusLabel status={entry.status} />
        </div>
      );
    case 'care':
      return <CareEntry entry={entry} />;
    case 'note':
      return <Note note={{ ...entry, id: entry.noteId }} clinic={clinic} patientId={patientId} />;
    case 'task':
      return <TaskEntry entry={entry} />;
    case 'consent':
      return <ConsentEntry entry={entry} />;
    case 'change':
      return <Change entry={entry} />;
  }
};

const Change = ({ entry }: { entry: Extract<Entry, { kind: 'change' }> }) => {
  const { t } = useTranslation('patients');
  const words = useChangeWords();
  return (
    <p className={classes.change}>
      {words(entry)}{' '}
      <span>{entry.by === null ? t('timeline.system') : t('timeline.changedBy', { name: entry.by })}</span>
    </p>
  );
};
