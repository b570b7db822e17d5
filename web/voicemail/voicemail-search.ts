/** What the mailbox shows, kept in the address. */
export interface VoicemailSearch {
  show?: Exclude<MailboxView, 'todo'>;
  departmentId?: string;
  /** a staff member, or 'nobody' */
  assignedTo?: string;
}

/** Which messages: those that still want something (the default), those that are done, all, or the deleted ones. */
export type MailboxView = 'todo' | 'done' | 'all' | 'deleted';

export const scopes: readonly MailboxView[] = ['todo', 'done', 'all', 'deleted'];

export const readVoicemailSearch = (search: Record<string, unknown>): VoicemailSearch => {
  const { show, departmentId, assignedTo } = search;
  const given = (value: unknown): value is string => typeof value === 'string' && value !== '';
  return {
    ...(show === 'done' || show === 'all' || show === 'deleted' ? { show } : {}),
    ...(given(departmentId) ? { departmentId } : {}),
    ...(given(assignedTo) ? { assignedTo } : {}),
  };
};
