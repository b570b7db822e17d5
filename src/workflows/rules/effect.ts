import type { Channel } from '../../messages/rules/message-order.ts';
import type { PhoneCallStep } from './steps.ts';

/** What has to be done outside of the instance, in the same transaction that stores it. Keys are deterministic. */
export type Effect =
  | {
      effect: 'send-message';
      key: string;
      step: string;
      channel: Channel;
      /** of no use from here on */
      expiresAt: string | null;
    }
  | {
      effect: 'place-call';
      key: string;
      step: string;
      attempt: number;
      call: PhoneCallStep;
      /** of no use from here on */
      expiresAt: string;
      /** what it says stands and falls with the appointment */
      beforeAppointment: boolean;
    }
  | {
      effect: 'create-task';
      key: string;
      step: string;
      kind: TaskKind;
      text: string;
      staffId: string | null;
      dueAt: string | null;
    }
  /** nothing of this instance that has not left yet may leave any more */
  | { effect: 'withdraw' };

export type TaskKind = 'note' | 'callback' | 'team' | 'reschedule' | 'schedule';

/** What was done with a step, and why. */
export type Execution = {
  number: number;
  round: number;
  step: string | null;
  kind: string;
  outcome: 'done' | 'waiting' | 'skipped' | 'failed' | 'chosen' | 'exited' | 'moved';
  reason: string | null;
  detail: Record<string, string | number>;
  key: string | null;
};

/** The key of what one attempt of a step does. */
export const effectKey = (instanceId: string, step: string, round: number, attempt: number): string =>
  `${instanceId}:${step}:${round}.${attempt}`;

/** @returns null for a key that is not of this form */
export const readEffectKey = (
  key: string,
): { instanceId: string; step: string; round: number; attempt: number } | null => {
  const parts = /^([^:]+):([^:]+):([0-9]+)\.([0-9]+)$/.exec(key);
  return parts
    ? { instanceId: parts[1]!, step: parts[2]!, round: Number(parts[3]), attempt: Number(parts[4]) }
    : null;
};
