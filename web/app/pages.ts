import {
  IconArrowsSplit2,
  IconCalendar,
  IconChecklist,
  IconHistory,
  IconLayoutBoard,
  IconMessages,
  IconRecordMail,
  IconRoute,
  IconSettings,
  IconShieldCheck,
  IconTemplate,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

type PageName =
  | 'now'
  | 'calls'
  | 'voicemail'
  | 'messages'
  | 'calendar'
  | 'patients'
  | 'tasks'
  | 'workflows'
  | 'routing'
  | 'consent'
  | 'templates'
  | 'settings';

export interface PortalPage {
  name: PageName;
  to: `/clinics/$clinicId/${PageName}`;
  icon: Icon;
  /** after `g`: goes there */
  key: string;
}

/** The pages of the portal, as the rail, the search and the keys know them. Only pages that exist. */
export const pageGroups: readonly { name: 'work' | 'automate' | 'setUp'; pages: readonly PortalPage[] }[] = [
  {
    name: 'work',
    pages: [
      { name: 'now', to: '/clinics/$clinicId/now', icon: IconLayoutBoard, key: 'n' },
      { name: 'calls', to: '/clinics/$clinicId/calls', icon: IconHistory, key: 'c' },
      { name: 'voicemail', to: '/clinics/$clinicId/voicemail', icon: IconRecordMail, key: 'v' },
      { name: 'messages', to: '/clinics/$clinicId/messages', icon: IconMessages, key: 'm' },
      { name: 'calendar', to: '/clinics/$clinicId/calendar', icon: IconCalendar, key: 'k' },
      { name: 'patients', to: '/clinics/$clinicId/patients', icon: IconUsers, key: 'p' },
      { name: 'tasks', to: '/clinics/$clinicId/tasks', icon: IconChecklist, key: 't' },
    ],
  },
  {
    name: 'automate',
    pages: [{ name: 'workflows', to: '/clinics/$clinicId/workflows', icon: IconRoute, key: 'w' }],
  },
  {
    name: 'setUp',
    pages: [
      { name: 'routing', to: '/clinics/$clinicId/routing', icon: IconArrowsSplit2, key: 'r' },
      { name: 'consent', to: '/clinics/$clinicId/consent', icon: IconShieldCheck, key: 'o' },
      { name: 'templates', to: '/clinics/$clinicId/templates', icon: IconTemplate, key: 'e' },
      { name: 'settings', to: '/clinics/$clinicId/settings', icon: IconSettings, key: 's' },
    ],
  },
];

export const pages: readonly PortalPage[] = pageGroups.flatMap((group) => group.pages);

/** What the row at the foot of a telephone's screen shows beside "More". */
export const pagesOnPhone: readonly PageName[] = ['now', 'calls', 'messages', 'patients'];
