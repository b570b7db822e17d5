import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import type { MailboxView } from './voicemail-search.ts';

/** Whether a message belongs into this view: one that was just ticked off or deleted is gone before the server has said so. */
const belongs: Record<MailboxView, (message: VoicemailView) => boolean> = {
  todo: ({ deleted, status }) => deleted === null && status !== 'done',
  done: ({ deleted, status }) => deleted === null && status === 'done',
  all: ({ deleted }) => deleted === null,
  deleted: ({ deleted }) => deleted !== null,
};

export const messagesIn = (view: MailboxView, messages: readonly VoicemailView[]): VoicemailView[] =>
  messages.filter(belongs[view]);
