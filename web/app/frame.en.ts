export const frameEn = {
  product: 'Frontdesk',
  skip: 'Skip to the content',
  navigation: 'Pages',
  more: 'More',
  groups: { work: 'Work', automate: 'Automate', setUp: 'Set up' },
  pages: {
    now: 'Now',
    calls: 'Calls',
    voicemail: 'Voicemail',
    calendar: 'Calendar',
    messages: 'Messages',
    patients: 'Patients',
    workflows: 'Workflows',
    tasks: 'Tasks',
    routing: 'Routing',
    consent: 'Consent',
    templates: 'Templates',
    settings: 'Settings',
  },
  newVoicemails_one: '{{count}} new message',
  newVoicemails_other: '{{count}} new messages',
  openConversations_one: '{{count}} conversation waits',
  openConversations_other: '{{count}} conversations wait',
  search: 'Search',
  searchKeys: 'Ctrl K',
  language: 'Language',
  appearance: 'Appearance',
  schemes: { auto: 'System', light: 'Light', dark: 'Dark' },
  live: {
    lost: 'No connection. What you see may be out of date.',
  },
  crashed: { title: 'This page has a problem', text: 'Your calls are not affected.' },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    frame: typeof frameEn;
  }
}
