import type { ConversationView } from '../../src/messages/rules/conversation-views.ts';

/** Whose conversation it is: up to three names; else the number or address. */
export const conversationTitle = (
  { people, address, channel }: Pick<ConversationView, 'people' | 'address' | 'channel'>,
  formatNumber: (number: string) => string,
): string => {
  if (people.length === 0) return channel === 'sms' ? formatNumber(address) : address;
  const names = people.slice(0, 3).map(({ name }) => name);
  return people.length > 3 ? `${names.join(', ')} +${people.length - 3}` : names.join(', ');
};
