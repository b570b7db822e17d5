import type { Step } from '../../../src/workflows/rules/steps.ts';

/** What can be added, in the order of the menu. */
export const stepGroups = [
  { name: 'contact', kinds: ['SEND_SMS', 'SEND', 'SEND_APPOINTMENT_REMINDER', 'MAKE_PHONE_CALL'] },
  {
    name: 'team',
    kinds: [
      'CREATE_CALL_NOTE',
      'SCHEDULE_CALLBACK',
      'NOTIFY_TEAM_MEMBER',
      'RESCHEDULE_APPOINTMENT',
      'SCHEDULE_APPOINTMENT',
    ],
  },
  { name: 'flow', kinds: ['WAIT', 'CONDITION', 'BRANCH'] },
] as const satisfies { name: string; kinds: readonly Step['do'][] }[];

const prefixes: Record<Step['do'], string> = {
  SEND: 'message',
  SEND_SMS: 'sms',
  SEND_APPOINTMENT_REMINDER: 'reminder',
  MAKE_PHONE_CALL: 'call',
  CREATE_CALL_NOTE: 'note',
  SCHEDULE_CALLBACK: 'callback',
  NOTIFY_TEAM_MEMBER: 'team',
  RESCHEDULE_APPOINTMENT: 'reschedule',
  SCHEDULE_APPOINTMENT: 'schedule',
  WAIT: 'wait',
  CONDITION: 'condition',
  BRANCH: 'ways',
};

/**
 * An id that no step of this workflow ever had: instances under way remember steps by it, so a new step must not take the
 * place of one that was removed.
 */
export const newStepId = (kind: Step['do']): string =>
  `${prefixes[kind]}-${crypto.randomUUID().replaceAll('-', '').slice(0, 10)}`;

const always = { combinator: 'and' as const, rules: [] };

/** A step as it is most often meant, for somebody to go on from. */
export const newStep = (kind: Step['do'], id: string, wayNames: readonly [string, string]): Step => {
  switch (kind) {
    case 'SEND':
      return { id, do: kind, channel: 'email', content: { text: {}, subject: {} } };
    case 'SEND_SMS':
      return { id, do: kind, content: { text: {} } };
    case 'SEND_APPOINTMENT_REMINDER':
      return { id, do: kind, channel: 'sms' };
    case 'MAKE_PHONE_CALL':
      return {
        id,
        do: kind,
        script: {},
        keys: { '1': 'confirm', '2': 'reschedule', '3': 'speak-to-someone', '9': 'do-not-call' },
        retry: { times: 2, after: { hours: 2 }, on: ['busy', 'no-answer'] },
      };
    case 'WAIT':
      return { id, do: kind, for: { until: 'later', span: { days: 1 } }, ifPast: 'skip' };
    case 'CONDITION':
      return { id, do: kind, if: always, yes: [], no: [] };
    case 'BRANCH':
      return {
        id,
        do: kind,
        by: 'condition',
        branches: wayNames.map((name) => ({ name, if: always, steps: [] })),
        otherwise: [],
      };
    default:
      return { id, do: kind, text: '' };
  }
};
