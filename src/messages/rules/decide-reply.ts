import type { ReplyMeaning } from './reply-meaning.ts';
import { plainWords } from './reply-words.ts';
import { mayMeanVisit } from './stop-words.ts';
import { carrierHeard, understandReply, type NamedPerson, type ReplyPart } from './understand-reply.ts';

/** An appointment to come of somebody whom the writer speaks for. */
export type ReplyAppointment = { id: string; patientId: string; day: string; status: string };

/** What is known when a message arrives. */
export type ReplyContext = {
  /** a carrier has read it before us, and acted on its stop words by itself */
  byCarrier: boolean;
  people: readonly NamedPerson[];
  appointments: readonly ReplyAppointment[];
  /** appointments that our messages since their last one were about */
  askedAbout: readonly string[];
  /** the workflow instance that wrote last, when it is the last question */
  instanceId: string | null;
};

export type ReplyAnswer =
  | 'confirmed'
  | 'cancelled'
  | 'cancelled-and-stopped'
  /** about several people, and not the same about all */
  | 'per-person'
  | 'rescheduling'
  | 'stopped'
  | 'started'
  | 'help';

/** Why a person has to read it. */
export type ReplyOpenReason = 'unclear' | 'which-appointment' | 'new-time' | 'declined' | 'stopped-by-cancel';

export type ReplyDecision = {
  meaning: ReplyMeaning;
  parts: readonly ReplyPart[];
  confirm: string[];
  cancel: string[];
  optOut: 'keyword' | 'words' | null;
  optIn: boolean;
  answer: ReplyAnswer | null;
  /** null: nothing is left for a person */
  open: ReplyOpenReason | null;
};

const standing = (status: string): boolean => status === 'booked' || status === 'confirmed';

type Found = { appointments: ReplyAppointment[] } | 'none' | 'several';

/** The appointments that an answer without a name is about. */
const meant = ({ appointments, askedAbout }: ReplyContext, day: 'one' | 'same-day'): Found => {
  const coming = appointments.filter(({ status }) => standing(status));
  const asked = coming.filter(({ id }) => askedAbout.includes(id));
  const candidates = asked.length > 0 ? asked : coming;
  if (candidates.length === 0) return 'none';
  if (candidates.length === 1) return { appointments: candidates };
  // One "yes" to the reminders of all children of a day is for all of them; a cancellation has to say whose.
  const days = new Set(candidates.map((one) => one.day));
  return day === 'same-day' && asked.length > 0 && days.size === 1 ? { appointments: candidates } : 'several';
};

const ofPerson = (context: ReplyContext, patientId: string): Found => {
  const own = context.appointments.filter((one) => one.patientId === patientId);
  return meant({ ...context, appointments: own }, 'one');
};

const nothing = { confirm: [], cancel: [], optOut: null, optIn: false, answer: null, open: null } as const;
type Deed = Omit<ReplyDecision, 'meaning' | 'parts'>;

const about = (
  found: Found,
  deed: (ids: string[]) => Partial<Deed>,
  otherwise: ReplyOpenReason = 'which-appointment',
): Deed =>
  typeof found === 'string'
    ? { ...nothing, confirm: [], cancel: [], open: otherwise }
    : { ...nothing, confirm: [], cancel: [], ...deed(found.appointments.map(({ id }) => id)) };

const confirming = (found: Found): Deed => about(found, (confirm) => ({ confirm, answer: 'confirmed' }));
const cancelling = (found: Found): Deed => about(found, (cancel) => ({ cancel, answer: 'cancelled' }));

const perPart = ({ patientId, meaning }: ReplyPart, context: ReplyContext): Deed => {
  const found = ofPerson(context, patientId);
  if (meaning === 'confirm' || meaning === 'yes') return confirming(found);
  if (meaning === 'cancel') return cancelling(found);
  const open = meaning === 'reschedule' ? 'new-time' : meaning === 'no' ? 'declined' : 'unclear';
  return { ...nothing, confirm: [], cancel: [], open };
};

const join = (deeds: readonly Deed[]): Deed => {
  const confirm = deeds.flatMap((deed) => deed.confirm);
  const cancel = deeds.flatMap((deed) => deed.cancel);
  const open = deeds.find((deed) => deed.open !== null)?.open ?? null;
  const done = confirm.length + cancel.length > 0;
  const mixed = done && (open !== null || (confirm.length > 0 && cancel.length > 0));
  const answer = mixed ? 'per-person' : cancel.length > 0 ? 'cancelled' : done ? 'confirmed' : null;
  return {
    ...nothing,
    confirm,
    cancel,
    open,
    answer: answer ?? (open === 'new-time' ? 'rescheduling' : null),
  };
};

/** "CANCEL" alone is also a stop word, and the carrier has stopped already: both are done, and a person sees to it. */
const cancelAndStop = (context: ReplyContext): Deed => {
  const cancelled = cancelling(meant(context, 'one'));
  const answer = cancelled.cancel.length > 0 ? 'cancelled-and-stopped' : null;
  return { ...cancelled, answer, optOut: 'keyword', open: cancelled.open ?? 'stopped-by-cancel' };
};

const hasVisit = ({ appointments }: ReplyContext): boolean =>
  appointments.some(({ status }) => standing(status));

const deedFor = (meaning: ReplyMeaning, text: string, context: ReplyContext): Deed => {
  const heard = context.byCarrier ? carrierHeard(text) : null;
  const plain = { ...nothing, confirm: [], cancel: [] };
  // What asks about no appointment is the workflow's own question, and its answer.
  const itsOwn = context.instanceId !== null && context.askedAbout.length === 0;
  switch (meaning) {
    case 'stop':
      // The carrier has confirmed a single word by itself, and lets nothing more through.
      return {
        ...plain,
        optOut: heard === 'stop' ? 'keyword' : 'words',
        answer: heard === 'stop' ? null : 'stopped',
        open: mayMeanVisit(plainWords(text)) && hasVisit(context) ? 'stopped-by-cancel' : null,
      };
    case 'start':
      return { ...plain, optIn: true, answer: heard === 'start' ? null : 'started' };
    case 'help':
      return { ...plain, answer: heard === 'help' ? null : 'help' };
    case 'thanks':
      return plain;
    case 'confirm':
      return confirming(meant(context, 'same-day'));
    case 'yes':
      return itsOwn ? plain : confirming(meant(context, 'same-day'));
    case 'cancel':
      return heard === 'stop' ? cancelAndStop(context) : cancelling(meant(context, 'one'));
    case 'reschedule':
      return { ...plain, answer: 'rescheduling', open: 'new-time' };
    case 'no':
      return itsOwn ? plain : { ...plain, open: 'declined' };
    case 'unclear':
      return { ...plain, open: 'unclear' };
  }
};

/** What is done about a message that somebody wrote. Whatever is not certain is left to a person. */
export const decideReply = (text: string, context: ReplyContext): ReplyDecision => {
  const { meaning, parts } = understandReply(text, context.people);
  // A stop is of whoever has the number, whichever name stands below it.
  const isParted = parts.length > 0 && meaning !== 'stop';
  const deed = isParted ? join(parts.map((part) => perPart(part, context))) : deedFor(meaning, text, context);
  return { meaning, parts, ...deed };
};
