import type { Push, PushNote, PushOutcome, PushSubscription } from '../../ports/push/push.port.ts';

/** Push services in memory: every browser answers as it is told. */
export const pushOnTrial = (): Push & {
  sent: { to: PushSubscription; note: PushNote }[];
  answer: (to: PushSubscription) => PushOutcome;
} => {
  const trial: ReturnType<typeof pushOnTrial> = {
    publicKey: 'key',
    sent: [],
    answer: () => 'sent',
    send: (to, note) => {
      const outcome = trial.answer(to);
      if (outcome === 'sent') trial.sent.push({ to, note });
      return Promise.resolve(outcome);
    },
  };
  return trial;
};
