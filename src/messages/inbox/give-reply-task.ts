import { createTasks } from '../../tasks/create-tasks.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Arrived } from './receive-sms.ts';
import type { ReplyDecision } from '../rules/decide-reply.ts';
import { taskAfter, taskWords } from '../rules/reply-task.ts';
import { visitWords } from '../rules/subject-values.ts';
import type { Question } from '../rules/word-for.ts';

/** So much of a text says what it is about; the whole of it stands in the conversation. */
const longestQuote = 500;

/** Puts on the list what nobody may forget because of a reply: an appointment that a stop word was about, a child's answer. */
export const giveReplyTask = async (
  trx: ClinicTransaction,
  { id, incoming, writer, people, visits, clinic }: Arrived,
  decision: Pick<ReplyDecision, 'open' | 'parts' | 'optOut'>,
  { questions, cancelled }: { questions: readonly Question[]; cancelled: readonly string[] },
  now: Temporal.Instant,
): Promise<void> => {
  const asked = new Set(questions.flatMap(({ patientId }) => patientId ?? []));
  const task = taskAfter(decision, asked.size);
  if (task === null) return;
  const { language, timeZone } = clinic;
  const nameOf = (patientId: string): string[] => {
    const person = people.find((each) => each.patientId === patientId);
    return person === undefined ? [] : [person.preferredName ?? person.givenName];
  };
  const inOrder = visits.map(({ patientId }) => patientId);
  const concerned = decision.parts.length > 0 ? decision.parts.map(({ patientId }) => patientId) : [...asked];
  const about = concerned.toSorted((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b));
  const gone = visits.filter((visit) => cancelled.includes(visit.id));
  const words = taskWords(task, language, {
    text: incoming.body.slice(0, longestQuote),
    names:
      task === 'family'
        ? about.flatMap(nameOf)
        : writer === null
          ? people.map(({ patientId }) => nameOf(patientId)[0]!)
          : nameOf(writer.patientId),
    cancelled: gone.map(({ patientId, startsAt }) => {
      const { weekday, date, time } = visitWords(startsAt, timeZone, language);
      return `${nameOf(patientId)[0] ?? ''}, ${weekday}, ${date}, ${time}`;
    }),
  });
  const patientId = gone[0]?.patientId ?? writer?.patientId ?? about[0] ?? people[0]?.patientId ?? null;
  await createTasks(
    trx,
    [
      {
        ...words,
        kind: task === 'family' ? 'task' : 'callback',
        phoneNumber: incoming.channel === 'sms' ? incoming.from : null,
        patientId,
        appointmentId: gone[0]?.id ?? null,
        dueAt: now,
        from: { source: 'message', sourceId: id },
        key: `re:${id}`,
      },
    ],
    now,
  );
};
