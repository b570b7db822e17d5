import type { Channel } from '../../../../src/messages/rules/message-order.ts';
import type { LeafStep } from '../../../../src/workflows/rules/steps.ts';

type MessageStep = Extract<LeafStep, { do: 'SEND' | 'SEND_SMS' }>;

/** The same message by these ways, in their order. An SMS that gets others besides becomes a message. */
export const sendBy = (step: MessageStep, [channel, ...others]: [Channel, ...Channel[]]): MessageStep => {
  const fallback = others.filter((other, index) => other !== channel && others.indexOf(other) === index);
  if (step.do === 'SEND_SMS' && channel === 'sms' && fallback.length === 0) return step;
  return {
    id: step.id,
    do: 'SEND',
    channel,
    content: step.content,
    ...(fallback.length === 0 ? {} : { fallback }),
  };
};
