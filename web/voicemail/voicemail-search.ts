/** What the mailbox shows, kept in the address. */
export interface VoicemailSearch {
  show?: 'done' | 'all';
  departmentId?: string;
}

/** Which messages: those that still want something (the default), those that are done, or all. */
export type MailboxView = 'todo' | 'done' | 'all';

export const scopes: readonly MailboxView[] = ['todo', 'done', 'all'];

export const readVoicemailSearch = (search: Record<string, unknown>): VoicemailSearch => {
  const { show, departmentId } = search;
  return {
    ...(show === 'done' || show === 'all' ? { show } : {}),
    ...(typeof departmentId === 'string' && departmentId !== '' ? { departmentId } : {}),
  };
};
