import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';

/** A message that was just ticked off is gone at once, before the server has said so. */
export const stillOpen = (messages: readonly VoicemailView[]): VoicemailView[] =>
  messages.filter((message) => message.status !== 'done');
