import type { Topic } from '../../src/live/live.api.ts';

/** What a clinic's answers are filed under, so that a live update finds those it makes old. */
export type Subject =
  | 'now'
  | 'appointments'
  | 'care'
  | 'calls'
  | 'search'
  | 'call-log'
  | 'call-views'
  | 'voicemails'
  | 'staff'
  | 'members'
  | 'api-keys'
  | 'patients'
  | 'imports'
  | 'import-preview'
  | 'consent'
  | 'tasks'
  | 'departments'
  | 'routing'
  | 'routing-preview'
  | 'routing-publication'
  | 'routing-calendars'
  | 'routing-holidays'
  | 'numbers'
  | 'free-numbers'
  | 'settings'
  | 'messages'
  | 'templates'
  | 'workflows'
  | 'gallery'
  | 'forecast'
  | 'webhooks';

export const clinicKey = (clinicId: string, subject: Subject, ...rest: readonly unknown[]) =>
  ['clinic', clinicId, subject, ...rest] as const;

/** The answers that a live update of this topic makes old. */
export const staleAfter: Record<Topic, readonly Subject[]> = {
  calls: ['now', 'calls', 'patients'],
  voicemails: ['voicemails', 'calls', 'patients'],
  members: ['members'],
  staff: ['staff', 'now', 'routing', 'routing-preview'],
  appointments: ['appointments', 'now', 'patients'],
  care: ['care', 'patients'],
  patients: ['patients', 'care', 'now', 'calls'],
  imports: ['imports'],
  consent: ['consent', 'patients'],
  tasks: ['tasks', 'now', 'patients'],
  messages: ['messages', 'templates', 'patients'],
  workflows: ['workflows', 'gallery'],
  webhooks: ['webhooks'],
  routing: ['routing', 'routing-preview', 'departments', 'numbers'],
  carrier: ['settings', 'numbers', 'free-numbers'],
  clinic: ['settings', 'routing', 'routing-preview'],
};

export const topics = Object.keys(staleAfter) as Topic[];
