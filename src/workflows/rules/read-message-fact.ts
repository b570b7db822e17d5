import type { MessageFact } from '../../messages/rules/message-fact.ts';
import type { ReplyMeaning } from '../../messages/rules/reply-meaning.ts';
import type { Fact, MessageOutcome } from './fact.ts';

/** What an answer is to a workflow. What nobody but a person understands is an answer all the same. */
const answers: Partial<Record<ReplyMeaning, MessageOutcome>> = {
  confirm: 'confirmed',
  yes: 'confirmed',
  cancel: 'cancelled',
  reschedule: 'reschedule-asked',
  stop: 'stopped',
};

/** Word of a message as facts for the instance that wanted it. */
export const readMessageFact = (key: string, told: MessageFact): Fact[] => {
  switch (told.fact) {
    case 'replied': {
      const outcome = answers[told.meaning] ?? 'replied';
      const word: Fact = { fact: 'message', key, outcome, reason: null };
      return outcome === 'stopped' ? [word, { fact: 'opted-out' }] : [word];
    }
    case 'failed':
    case 'withheld':
      return [{ fact: 'message', key, outcome: told.fact, reason: told.reason }];
    default:
      return [{ fact: 'message', key, outcome: told.fact, reason: null }];
  }
};
