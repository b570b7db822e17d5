import type { ReplyDecision } from './decide-reply.ts';
import type { ReplyMeaning } from './reply-meaning.ts';

/** A message of ours that a reply may answer. */
export type Question = {
  id: string;
  patientId: string | null;
  appointmentId: string | null;
  instanceId: string | null;
  /** the message that it left in */
  togetherWith: string | null;
};
type Done = { confirm: readonly string[]; cancel: readonly string[] };
export type Word = { question: Question; meaning: ReplyMeaning };

const aboutVisits = new Set<ReplyMeaning>(['confirm', 'yes', 'cancel']);

/**
 * Which of our questions a reply answers, and with what: each child's by what was said about that child. What was not
 * done, because it was not certain, is told as unclear: nobody's reminders end by a guess.
 * @param questions since they wrote last, newest first
 */
export const wordsFor = (
  questions: readonly Question[],
  { meaning, parts }: Pick<ReplyDecision, 'meaning' | 'parts'>,
  done: Done,
): Word[] => {
  const [last] = questions;
  if (last === undefined) return [];
  const isDone = ({ appointmentId }: Question): boolean =>
    appointmentId !== null && [...done.confirm, ...done.cancel].includes(appointmentId);
  if (parts.length > 0)
    return parts.flatMap((part) => {
      const about = questions.filter(({ patientId }) => patientId === part.patientId);
      const meant = about.some(isDone) ? about.filter(isDone) : about.slice(0, 1);
      return meant.map((question) => ({
        question,
        meaning: aboutVisits.has(part.meaning) && !isDone(question) ? 'unclear' : part.meaning,
      }));
    });
  const messageOf = ({ id, togetherWith }: Question): string => togetherWith ?? id;
  const answered = questions.filter((one) => messageOf(one) === messageOf(last) || isDone(one));
  return answered.map((question) => ({
    question,
    meaning: answered.length > 1 && aboutVisits.has(meaning) && !isDone(question) ? 'unclear' : meaning,
  }));
};
