import type { Step } from '../../src/workflows/rules/steps.ts';

/** What a step is about, for the colour of its icon. */
export const kindOf = ({ do: deed }: Step): 'wait' | 'choice' | 'call' | 'send' | 'task' => {
  if (deed === 'WAIT') return 'wait';
  if (deed === 'CONDITION' || deed === 'BRANCH') return 'choice';
  if (deed === 'MAKE_PHONE_CALL') return 'call';
  return deed === 'SEND' || deed === 'SEND_SMS' || deed === 'SEND_APPOINTMENT_REMINDER' ? 'send' : 'task';
};
